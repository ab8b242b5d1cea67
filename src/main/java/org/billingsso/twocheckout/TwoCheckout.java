package org.billingsso.twocheckout;

import java.util.Map;
import java.util.Set;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Routes;
import org.billingsso.rpc.Dispatcher;
import org.billingsso.rpc.json.JsonRpcEndpoint;
import org.billingsso.rpc.soap.SoapEndpoint;
import org.billingsso.rpc.soap.Wsdl;
import org.billingsso.signon.SignOn;

/** The 2Checkout dialect: one service under all of the platform's paths, and its two portals. */
public final class TwoCheckout {
  private static final String NAMESPACE = "urn:twocheckout:sso";
  private static final String VERSION = "(?:[2-5]\\.[0-9]|6\\.0)";
  private static final String API = "(?:channel-manager|subscription|order|product)";

  /** What opens something by itself: a session, a link, or with a date a login. */
  private static final Set<String> SECRETS = Set.of("sessionid", "hash", "singlesignontoken");

  private final Dispatcher<TwoCheckoutApi> dispatcher;
  private final TwoCheckoutSettings settings;
  private final MyAccount myAccount;
  private final ControlPanel controlPanel;

  public TwoCheckout(SignOn signOn, Merchants merchants, TwoCheckoutSettings settings) {
    MerchantSessions sessions = new MerchantSessions(signOn, merchants, settings);
    this.dispatcher =
        new Dispatcher<>(
            "2checkout",
            TwoCheckoutApi.class,
            exchange -> new TwoCheckoutService(exchange, signOn, sessions, settings),
            SECRETS,
            TwoCheckoutError.INTERNAL_ERROR::error);
    this.settings = settings;
    this.myAccount = new MyAccount(signOn, merchants);
    this.controlPanel = new ControlPanel(signOn, merchants);
  }

  /** Adds the dialect's routes: "Endpoints" of the specification. */
  public void mount(Routes routes) {
    Endpoint json = new JsonRpcEndpoint(dispatcher, error -> Map.of("error_code", error.code()));
    routes.post(path("rpc"), json);
    routes.post(path("soap"), new SoapEndpoint(dispatcher, NAMESPACE));
    routes.get(path("soap"), wsdl());
    myAccount.mount(routes);
    controlPanel.mount(routes);
  }

  /** The three shapes of a protocol's paths, each with or without a slash at the end. */
  private static String path(String protocol) {
    return "^/(?:%2$s(?:/%1$s)?|%3$s/%1$s/%2$s)/?$".formatted(VERSION, protocol, API);
  }

  private Wsdl wsdl() {
    return new Wsdl(
        Map.of(
            "literal", "/wsdl/2checkout-literal.wsdl",
            "encoded", "/wsdl/2checkout-encoded.wsdl",
            "methods", "/wsdl/2checkout-methods.wsdl"),
        settings.wsdl() == WsdlStyle.LITERAL ? "literal" : "encoded");
  }
}
