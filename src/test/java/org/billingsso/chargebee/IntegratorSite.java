package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.chargebee.Environment;
import com.chargebee.models.PortalSession;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A company's own site, on another origin than the portal, with a back end of its own. */
final class IntegratorSite implements AutoCloseable {
  private final HttpServer server;
  private final URI gateway;
  private final Environment chargebee;

  private interface Page {
    String html(HttpExchange exchange) throws Exception;
  }

  IntegratorSite(URI gateway, Environment chargebee) throws IOException {
    this.gateway = gateway;
    this.chargebee = chargebee;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/", exchange -> "<a href='%s'>Sign in</a>".formatted(loginUrl()));
    serve("/in", exchange -> "Welcome " + activated(exchange).customerId());
    serve("/cancelled", exchange -> "Another time, then");
    serve("/bye", exchange -> "Good bye: " + exchange.getRequestURI().getQuery());
    serve("/in-by-way-of-another-origin", exchange -> elsewhere(exchange, "/in"));
    serve("/bye-by-way-of-another-origin", exchange -> elsewhere(exchange, "/bye"));
    serve("/billing", exchange -> redirectToPortal(exchange, "/bye"));
    serve(
        "/billing-by-way-of-another-origin",
        exchange -> redirectToPortal(exchange, "/bye-by-way-of-another-origin"));
    server.start();
  }

  URI page(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private String loginUrl() {
    return gateway
        + "/portal/login?return_url="
        + page("/in")
        + "&cancel_url="
        + page("/cancelled");
  }

  private PortalSession activated(HttpExchange exchange) throws Exception {
    String request = exchange.getRequestURI().toString();
    return PortalSession.activate(LoginFormPage.parameter(request, "auth_session_id"))
        .token(LoginFormPage.parameter(request, "auth_session_token"))
        .request(chargebee)
        .portalSession();
  }

  /** The same server under another name, which is another origin to a browser. */
  private String elsewhere(HttpExchange exchange, String path) {
    String query = exchange.getRequestURI().getRawQuery();
    exchange
        .getResponseHeaders()
        .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + path + "?" + query);
    return path;
  }

  private String redirectToPortal(HttpExchange exchange, String bye) throws Exception {
    PortalSession session =
        PortalSession.create()
            .customerId("cb_ada")
            .redirectUrl(page(bye).toString())
            .request(chargebee)
            .portalSession();
    exchange.getResponseHeaders().set("Location", session.accessUrl());
    return session.id();
  }

  private void serve(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] html = page.html(exchange).getBytes(UTF_8);
            boolean moves = exchange.getResponseHeaders().containsKey("Location");
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(moves ? 303 : 200, html.length);
            exchange.getResponseBody().write(html);
          } catch (Exception failed) {
            throw new IOException(failed);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
