package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.xml.namespace.QName;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.platform.Platform;
import org.billingsso.rpc.soap.SoapService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A SOAP service is made in the background; where it cannot be, it takes nothing else down. */
class SoapServiceTest {
  private static final Logger LOG = Logger.getLogger(SoapService.class.getName());
  private static final Recorder RECORDER = new Recorder();

  @AutoClose private static final Gateway GATEWAY = gatewayWithoutSoap();

  private final PlainHttp http = new PlainHttp(GATEWAY.address());

  private static Gateway gatewayWithoutSoap() {
    LOG.addHandler(RECORDER);
    SoapService broken =
        new SoapService(
            new SoapService.SoapDescription(
                new QName("urn:x", "Service"), "Port", Map.of("a", "/wsdl/none.wsdl"), "a"));
    return gateway(broken);
  }

  private static Gateway gateway(SoapService soap) {
    List<Platform<?, ?>> platforms = new ArrayList<>(Platforms.ALL);
    platforms.replaceAll(each -> each instanceof TwoCheckout ? new TwoCheckout(soap) : each);
    return Gateway.builder().settings(Settings.ofOneProcess()).platforms(platforms).start();
  }

  @Test
  void saysSoInHealthAndWhyInTheLog() {
    await().until(() -> http.get("/health/ready").body().contains("SOAP does not work"));

    assertThat(http.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(RECORDER.records)
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.getThrown()).hasMessage("There is no resource /wsdl/none.wsdl"));
  }

  @Test
  void isWaitedForByTheFirstMessageWhereItIsStillBeingMade() {
    SoapService fresh = new SoapService(TwoCheckout.SERVED_OVER_SOAP);
    try (Gateway gateway = gateway(fresh)) {
      HttpResponse<String> first =
          new PlainHttp(gateway.address())
              .post(
                  "/soap/6.0/",
                  "<e:Envelope xmlns:e='%s'><e:Body><setPartner/></e:Body></e:Envelope>"
                      .formatted(Xml.ENVELOPE));

      assertThat(Xml.text(Xml.soapBody(first.body()), "faultcode")).isEqualTo("FORBIDDEN");
      assertThat(fresh.problem()).isEmpty();
    }
  }

  @Test
  void refusesMessagesAndDescriptions() {
    HttpResponse<String> message = http.post("/soap/6.0/", "<any/>");

    assertThat(message.statusCode()).isEqualTo(503);
    assertThat(Xml.text(Xml.soapBody(message.body()), "faultcode")).isEqualTo("soap:Server");
    assertThat(http.get("/soap/6.0/?wsdl").statusCode()).isEqualTo(503);
  }

  @Test
  void leavesJsonRpcAsItIs() {
    HttpResponse<String> answer =
        http.post("/rpc/6.0/", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("AUTHENTICATION_FAILED");
  }

  private static final class Recorder extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
