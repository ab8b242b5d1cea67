package org.billingsso.twocheckout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.billingsso.config.Section;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;
import org.billingsso.rpc.Dispatcher;
import org.billingsso.rpc.json.JsonRpcEndpoint;
import org.billingsso.rpc.json.JsonRpcEndpoint.LongestBatch;
import org.billingsso.rpc.soap.SoapEndpoint;
import org.billingsso.rpc.soap.Wsdl;
import org.billingsso.signon.SignOn;

/** The 2Checkout dialect: one service under all of the platform's paths, and its two portals. */
public final class TwoCheckout implements Platform<Merchants, TwoCheckoutSettings> {
  private static final String NAMESPACE = "urn:twocheckout:sso";
  private static final String VERSION = "(?:[2-5]\\.[0-9]|6\\.0)";
  private static final String NEWEST = "6.0";
  private static final List<String> APIS =
      List.of("channel-manager", "subscription", "order", "product");

  /** What opens something by itself: a session, a link, or with a date a login. */
  private static final Set<String> SECRETS = Set.of("sessionid", "hash", "singlesignontoken");

  @Override
  public Section<Merchants> accounts() {
    return Merchants.SECTION;
  }

  @Override
  public Section<TwoCheckoutSettings> settings() {
    return TwoCheckoutSettings.SECTION;
  }

  /** Adds the dialect's routes: "Endpoints" of the specification. */
  @Override
  public void mount(Installation<Merchants, TwoCheckoutSettings> installation, Routes routes) {
    SignOn signOn = installation.signOn();
    Merchants merchants = installation.accounts();
    Dispatcher<TwoCheckoutApi> dispatcher = dispatcher(installation);
    Endpoint json =
        new JsonRpcEndpoint(
            dispatcher,
            new LongestBatch(installation.settings().maximumBatch(), "twocheckout.maximumBatch"),
            error -> Map.of("error_code", error.code()));
    paths("rpc").forEach(path -> routes.post(path, json));
    Endpoint soap = new SoapEndpoint(dispatcher, NAMESPACE);
    Endpoint wsdl = wsdl(installation.settings());
    paths("soap").forEach(path -> routes.post(path, soap).get(path, wsdl));
    new MyAccount(signOn, merchants).mount(routes);
    new ControlPanel(signOn, merchants).mount(routes);
  }

  private static Dispatcher<TwoCheckoutApi> dispatcher(
      Installation<Merchants, TwoCheckoutSettings> installation) {
    SignOn signOn = installation.signOn();
    TwoCheckoutSettings settings = installation.settings();
    MerchantSessions sessions = new MerchantSessions(signOn, installation.accounts(), settings);
    return new Dispatcher<>(
        "2checkout",
        TwoCheckoutApi.class,
        exchange -> new TwoCheckoutService(exchange, signOn.at(exchange.now()), sessions, settings),
        SECRETS,
        TwoCheckoutError.INTERNAL_ERROR::error);
  }

  /** A protocol's paths, each with one first segment, and with or without a slash at the end. */
  private static List<String> paths(String protocol) {
    List<String> paths = new ArrayList<>();
    for (String parent : List.of("", "/api")) {
      String all = parent + "/" + protocol;
      // Literal paths are found at once, so the one that most clients call is among them.
      paths.addAll(List.of(all, all + "/", all + "/" + NEWEST + "/"));
      paths.add("^%s/%s/?$".formatted(all, VERSION));
      for (String api : APIS) {
        paths.add("^%s/%s/%s/%s/?$".formatted(parent, api, VERSION, protocol));
      }
    }
    return paths;
  }

  private static Wsdl wsdl(TwoCheckoutSettings settings) {
    return new Wsdl(
        Map.of(
            "literal", "/wsdl/2checkout-literal.wsdl",
            "encoded", "/wsdl/2checkout-encoded.wsdl",
            "methods", "/wsdl/2checkout-methods.wsdl"),
        settings.wsdl() == WsdlStyle.LITERAL ? "literal" : "encoded");
  }
}
