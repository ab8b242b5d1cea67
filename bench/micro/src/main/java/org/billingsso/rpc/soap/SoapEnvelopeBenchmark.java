package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.billingsso.rpc.Call;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The SOAP envelope of getSingleSignOn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SoapEnvelopeBenchmark {
  private final byte[] request =
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
              + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
              + "<sso:getSingleSignOn xmlns:sso=\"urn:twocheckout:sso\">"
              + "<sessionID>0123456789abcdef0123456789abcdef01234567</sessionID>"
              + "<subscriptionReference>DC47E143FA</subscriptionReference><email>ada@example.com</email>"
              + "<validityTime>3600</validityTime><accessPage/><validationIp/>"
              + "</sso:getSingleSignOn></soapenv:Body></soapenv:Envelope>")
          .getBytes(StandardCharsets.UTF_8);
  private final String url =
      "http://127.0.0.1:8080/myaccount/?lang=en&logintoken=0123456789abcdef0123456789abcdef01234567";

  @Benchmark
  public Call readSoap() throws SoapFault {
    return SoapRequest.open(request, Optional.empty()).call().call();
  }

  @Benchmark
  public byte[] writeSoap() throws XMLStreamException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    XMLStreamWriter xml = Soap.WRITER.createXMLStreamWriter(body, SoapAnswer.ENCODING);
    new ResultAnswer(SOAPVersion.SOAP_11, "getSingleSignOn", "urn:twocheckout:sso", url, false)
        .writeTo(xml);
    xml.close();
    return body.toByteArray();
  }
}
