package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.googlecode.jsonrpc4j.JsonRpcClientException;
import com.googlecode.jsonrpc4j.JsonRpcHttpClient;
import com.googlecode.jsonrpc4j.ProxyUtil;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import javax.xml.namespace.QName;
import org.billingsso.directory.Secret;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's own interface as a client, over either protocol. */
@ParameterizedClass
@EnumSource
class TypedClientTest {
  @AutoClose private static final RunningApi API = RunningApi.started();

  enum Over {
    /** A proxy of jsonrpc4j. */
    JSON_RPC {
      @Override
      TwoCheckoutApi client() throws MalformedURLException {
        return ProxyUtil.createClientProxy(
            TypedClientTest.class.getClassLoader(),
            TwoCheckoutApi.class,
            new JsonRpcHttpClient(url("/rpc/6.0/"), Map.of()));
      }
    },
    /** A port of JAX-WS, whose runtime does not read the encoded description. */
    SOAP {
      @Override
      TwoCheckoutApi client() throws MalformedURLException {
        return Service.create(
                url("/soap/6.0/?wsdl=literal"), new QName(TwoCheckoutApi.NAMESPACE, "SsoService"))
            .getPort(TwoCheckoutApi.class);
      }
    };

    abstract TwoCheckoutApi client() throws MalformedURLException;
  }

  private final TwoCheckoutApi client;
  private final String session;

  TypedClientTest(Over over) throws MalformedURLException {
    client = over.client();
    String date = new LoginDate(API.clock.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA3_256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    session = client.login("DEMOSHOP", date, hash, "sha3-256");
  }

  @Test
  void getsLinksOfEveryKind() {
    assertThat(client.getSingleSignOn(session, "DC47E143FA", "", "50", "faq", ""))
        .startsWith(API.address() + "/support/?lang=en&logintoken=");
    assertThat(
            client.getSingleSignOnByCustomer(
                session,
                "352365983",
                "AvangateCustomerReference",
                "my_subscription",
                "Request[]=code=115D3F5ED1",
                "",
                "",
                "de"))
        .contains("subscription=115D3F5ED1&lang=de&logintoken=");
    assertThat(
            client.getSingleSignOnInCart(
                session,
                "352365983",
                "AvangateCustomerReference",
                API.address() + "/order/checkout.php?PRODS=1",
                "",
                ""))
        .contains("/order/checkout.php?PRODS=1&");
    assertThat(client.setPartner(session, "PARTNER01")).isTrue();
    assertThat(
            client.getPartnerSingleSignOn(
                session,
                "admin@partner01.example",
                "PARTNER01",
                API.address() + "/partners/",
                "",
                ""))
        .startsWith(API.address() + "/partners/?logintoken=");
  }

  @Test
  void getsObjectsAndListsOfThem() {
    CustomerView customer = client.getCustomerInformation(session, "352365983", "");
    SubscriptionView[] subscriptions = client.getCustomerSubscriptions(session, "352365983", "");
    PartnerView partner = client.getPartnerByCode(session, "PARTNER01");

    assertThat(customer.firstName()).isEqualTo("Ada");
    assertThat(customer.enabled()).isTrue();
    assertThat(subscriptions)
        .extracting(SubscriptionView::subscriptionReference)
        .containsExactly("DC47E143FA", "115D3F5ED1");
    assertThat(subscriptions[0].product().productQuantity()).isEqualTo(3);
    assertThat(client.getSubscription(session, "DC47E143FA")).isEqualTo(subscriptions[0]);
    assertThat(partner.availableCreditLimit()).isEqualByComparingTo(new BigDecimal("7450.5"));
    assertThat(client.searchPartners(session, "PARTNER01")).containsExactly(partner);
    assertThat(client.searchPartners(session, "nobody")).isEmpty();
  }

  @Test
  void getsWhomALinkIsFor() {
    String link = client.getSingleSignOn(session, "DC47E143FA", "", "50", "", "");
    String token = link.substring(link.indexOf("logintoken=") + "logintoken=".length());

    assertThat(client.getCustomerInformationBySsoToken(session, token).email())
        .isEqualTo("ada@example.com");
  }

  @Test
  void isToldWhatWasWrong() {
    assertThatThrownBy(() -> client.getSingleSignOn(session, "", "", "", "", ""))
        .isInstanceOfAny(JsonRpcClientException.class, SOAPFaultException.class)
        .hasMessageContaining("The subscription reference is mandatory.");
  }

  private static URL url(String path) throws MalformedURLException {
    return URI.create(API.address() + path).toURL();
  }
}
