package org.billingsso.twocheckout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.billingsso.config.Section;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;
import org.billingsso.rpc.ApiContract;
import org.billingsso.rpc.Dispatcher;
import org.billingsso.rpc.json.JsonRpcEndpoint;
import org.billingsso.rpc.json.JsonRpcEndpoint.ErrorData;
import org.billingsso.rpc.json.JsonRpcEndpoint.LongestBatch;
import org.billingsso.rpc.json.JsonRpcWords;
import org.billingsso.rpc.soap.SoapEndpoint;
import org.billingsso.rpc.soap.SoapService;
import org.billingsso.rpc.soap.SoapWords;
import org.billingsso.signon.SignOn;

/** The 2Checkout dialect: one service under all of the platform's paths, and its two portals. */
public final class TwoCheckout implements Platform<Merchants, TwoCheckoutSettings> {
  private static final String VERSION = "(?:[2-5]\\.[0-9]|6\\.0)";
  private static final String NEWEST = "6.0";
  private static final List<String> APIS =
      List.of("channel-manager", "subscription", "order", "product");

  /** What may come before every path: the platform's sandbox has the second. */
  private static final List<String> PARENTS = List.of("", "/api");

  /** What opens something by itself: a session, a link, or with a date a login. */
  private static final Set<String> SECRETS = Set.of("sessionid", "hash", "singlesignontoken");

  private static final String LITERAL = "literal";
  private static final String ENCODED = "encoded";

  /** What of it is served over SOAP. */
  static final SoapService.SoapDescription SERVED_OVER_SOAP =
      new SoapService.SoapDescription(
          new QName(TwoCheckoutApi.NAMESPACE, "SsoService"),
          "SsoPort",
          Map.of(
              LITERAL, "/wsdl/2checkout-literal.wsdl",
              ENCODED, "/wsdl/2checkout-encoded.wsdl"),
          LITERAL);

  /** One for all worlds, since it holds nothing of any. */
  private static final SoapService SOAP = new SoapService(SERVED_OVER_SOAP);

  private static final ApiContract<TwoCheckoutApi> CONTRACT =
      new ApiContract<>(
          "2checkout",
          TwoCheckoutApi.class,
          Map.of("Login", "login"),
          SECRETS,
          Set.of("searchstring"));

  private final SoapService soap;

  public TwoCheckout() {
    this(SOAP);
  }

  TwoCheckout(SoapService soap) {
    this.soap = soap;
  }

  @Override
  public Section<Merchants> accounts() {
    return Merchants.SECTION;
  }

  @Override
  public Section<TwoCheckoutSettings> settings() {
    return TwoCheckoutSettings.SECTION;
  }

  @Override
  public Optional<String> problem() {
    return soap.problem();
  }

  /** Adds the dialect's routes: "Endpoints" of the specification. */
  @Override
  public void mount(Installation<Merchants, TwoCheckoutSettings> installation, Routes routes) {
    SignOn signOn = installation.signOn();
    Merchants merchants = installation.accounts();
    Dispatcher<TwoCheckoutApi> dispatcher = dispatcher(installation);
    ErrorData errorData = error -> Map.of("error_code", error.code());
    Endpoint json =
        new JsonRpcEndpoint(
            dispatcher,
            new LongestBatch(installation.settings().maximumBatch(), "twocheckout.maximumBatch"),
            errorData);
    Routes calls = routes.refusingWith(new JsonRpcWords(errorData));
    paths("rpc").forEach(path -> calls.post(path, json));
    around("rpc").forEach(path -> calls.nothing(path, expected("rpc")));
    soap.start();
    SoapEndpoint endpoint =
        new SoapEndpoint(
            soap,
            dispatcher,
            installation.settings().wsdl() == WsdlStyle.LITERAL ? LITERAL : ENCODED,
            TwoCheckoutError.INTERNAL_ERROR::error);
    Routes messages = routes.refusingWith(new SoapWords()).quickOnce(soap::isMade);
    paths("soap")
        .forEach(path -> messages.post(path, endpoint::message).get(path, endpoint::description));
    around("soap").forEach(path -> messages.nothing(path, expected("soap")));
    new MyAccount(signOn, merchants).mount(routes);
    new ControlPanel(signOn, merchants).mount(routes);
  }

  private static Dispatcher<TwoCheckoutApi> dispatcher(
      Installation<Merchants, TwoCheckoutSettings> installation) {
    SignOn signOn = installation.signOn();
    TwoCheckoutSettings settings = installation.settings();
    MerchantSessions sessions = new MerchantSessions(signOn, installation.accounts(), settings);
    return new Dispatcher<>(
        CONTRACT,
        exchange ->
            new TwoCheckoutService(
                new ApiCall(exchange, signOn.at(exchange.now()), sessions, settings)),
        TwoCheckoutError.INTERNAL_ERROR::error);
  }

  /** A protocol's paths, each with one first segment, and with or without a slash at the end. */
  private static List<String> paths(String protocol) {
    List<String> paths = new ArrayList<>();
    for (String parent : PARENTS) {
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

  /** Where somebody who calls in that protocol has come to who has the path wrong. */
  private static List<String> around(String protocol) {
    List<String> paths = new ArrayList<>();
    for (String parent : PARENTS) {
      paths.add("%s/%s/*".formatted(parent, protocol));
      for (String api : APIS) {
        paths.add("^%s/%s/[^/]+/%s(?:/.*)?$".formatted(parent, api, protocol));
      }
    }
    return paths;
  }

  private static String expected(String protocol) {
    return "POST /%1$s/{version}/ or /{%2$s}/{version}/%1$s/, of a version from 2.0 to 6.0"
        .formatted(protocol, String.join("|", APIS));
  }
}
