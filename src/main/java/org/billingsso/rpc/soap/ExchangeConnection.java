package org.billingsso.rpc.soap;

import com.oracle.webservices.api.message.BasePropertySet;
import com.sun.xml.ws.api.message.Packet;
import com.sun.xml.ws.api.server.WSEndpoint;
import com.sun.xml.ws.api.server.WebServiceContextDelegate;
import com.sun.xml.ws.transport.http.WSHTTPConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the JAX-WS runtime sees it: it reads the request out of it and writes the answer
 * into it. Each packet of the runtime carries it, so that whoever handles the packet knows the
 * exchange.
 */
final class ExchangeConnection extends WSHTTPConnection implements WebServiceContextDelegate {
  private static final BasePropertySet.PropertyMap PROPERTIES =
      parse(ExchangeConnection.class, MethodHandles.lookup());
  private static final byte[] NOTHING = new byte[0];
  private static final int USUAL_ANSWER_BYTES = 1024;

  private final Exchange exchange;
  private final SoapEndpoint endpoint;
  private final byte[] message;
  private final String query;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_ANSWER_BYTES);
  private int status;
  private String contentType = "text/plain";

  /**
   * @param endpoint makes the call in it
   */
  private ExchangeConnection(
      Exchange exchange, SoapEndpoint endpoint, byte[] message, String query) {
    this.exchange = exchange;
    this.endpoint = endpoint;
    this.message = message;
    this.query = query;
  }

  /** One that brings a message. */
  static ExchangeConnection posting(Exchange exchange, SoapEndpoint endpoint) {
    return new ExchangeConnection(exchange, endpoint, exchange.body(), "");
  }

  /** One that asks for that, as the runtime knows it. */
  static ExchangeConnection asking(Exchange exchange, SoapEndpoint endpoint, String query) {
    return new ExchangeConnection(exchange, endpoint, NOTHING, query);
  }

  /** The one that a packet carries. */
  static ExchangeConnection of(Packet packet) {
    return Objects.requireNonNull(packet.getSatellite(ExchangeConnection.class));
  }

  Exchange exchange() {
    return exchange;
  }

  /** What was posted; not to be modified. */
  byte[] message() {
    return message;
  }

  SoapEndpoint endpoint() {
    return endpoint;
  }

  /** What the packet answers; a fault of ours where the runtime made up something of its own. */
  SoapAnswer answerIn(Packet packet) {
    return packet.getInternalMessage() instanceof SoapAnswer answer
        ? answer
        : endpoint.internalError();
  }

  /** What was written into it. */
  Answer answer() {
    return answer(contentType);
  }

  /** The same under another name. */
  Answer answer(String type) {
    return Answer.of(status, type, body.toByteArray());
  }

  @Override
  protected PropertyMap getPropertyMap() {
    return PROPERTIES;
  }

  @Override
  public InputStream getInput() {
    return new ByteArrayInputStream(message);
  }

  @Override
  public OutputStream getOutput() {
    return body;
  }

  @Override
  public String getRequestMethod() {
    return query.isEmpty() ? "POST" : "GET";
  }

  @Override
  public @Nullable String getRequestHeader(String name) {
    return null; // The runtime would refuse by them, or complain in the log.
  }

  @Override
  public @Nullable List<String> getRequestHeaderValues(String name) {
    return null;
  }

  @Override
  @SuppressWarnings("deprecation") // The class above has to have it.
  public Map<String, List<String>> getRequestHeaders() {
    return Map.of();
  }

  @Override
  @SuppressWarnings("deprecation") // The class above has to have it.
  public Set<String> getRequestHeaderNames() {
    return Set.of();
  }

  @Override
  public String getQueryString() {
    return query;
  }

  @Override
  public String getBaseAddress() {
    return exchange.url(exchange.path());
  }

  @Override
  public String getRequestURI() {
    return exchange.path();
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public String getRequestScheme() {
    return isSecure() ? "https" : "http";
  }

  @Override
  public boolean isSecure() {
    return getBaseAddress().startsWith("https:");
  }

  @Override
  public String getServerName() {
    return exchange.host();
  }

  @Override
  public int getServerPort() {
    return exchange.origin().port();
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setContentTypeResponseHeader(String value) {
    contentType = value;
  }

  @Override
  public void setResponseHeader(String name, List<String> values) {}

  @Override
  public void setResponseHeaders(Map<String, List<String>> headers) {}

  @Override
  public Map<String, List<String>> getResponseHeaders() {
    return Map.of();
  }

  @Override
  public WebServiceContextDelegate getWebServiceContextDelegate() {
    return this;
  }

  @Override
  public @Nullable Principal getUserPrincipal(Packet request) {
    return null;
  }

  @Override
  public boolean isUserInRole(Packet request, String role) {
    return false;
  }

  @Override
  @SuppressWarnings("rawtypes") // As in the interface.
  public String getEPRAddress(Packet request, WSEndpoint service) {
    return getBaseAddress();
  }

  @Override
  @SuppressWarnings("rawtypes") // As in the interface.
  public String getWSDLAddress(Packet request, WSEndpoint service) {
    return getBaseAddress() + "?wsdl";
  }
}
