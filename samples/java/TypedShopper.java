import static java.nio.charset.StandardCharsets.UTF_8;

import com.googlecode.jsonrpc4j.JsonRpcClientException;
import com.googlecode.jsonrpc4j.JsonRpcHttpClient;
import com.googlecode.jsonrpc4j.ProxyUtil;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.namespace.QName;
import org.billingsso.twocheckout.CustomerView;
import org.billingsso.twocheckout.TwoCheckoutApi;

/**
 * A link into myAccount by one typed interface over JSON-RPC, and one over SOAP: {@code java -cp
 * target/gateway.jar samples/java/TypedShopper.java}.
 */
final class TypedShopper {

  private static final String GATEWAY =
      Optional.ofNullable(System.getenv("GATEWAY")).orElse("http://127.0.0.1:8080");
  private static final String MERCHANT_CODE = "DEMOSHOP";
  private static final String SECRET_KEY = "demo-secret-key";

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  public static void main(String[] args) throws Exception {
    try {
      System.out.println(link(overJsonRpc()));
      System.out.println(link(overSoap()));
    } catch (JsonRpcClientException | SOAPFaultException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    } catch (UndeclaredThrowableException | WebServiceException unreachable) {
      System.err.println("No gateway at " + GATEWAY);
      System.exit(1);
    }
  }

  private static TwoCheckoutApi overJsonRpc() throws MalformedURLException {
    JsonRpcHttpClient client = new JsonRpcHttpClient(url("/rpc/6.0/"), Map.of());
    return ProxyUtil.createClientProxy(
        TypedShopper.class.getClassLoader(), TwoCheckoutApi.class, client);
  }

  private static TwoCheckoutApi overSoap() throws MalformedURLException {
    QName service = new QName(TwoCheckoutApi.NAMESPACE, "SsoService");
    return Service.create(url("/soap/6.0/?wsdl=literal"), service).getPort(TwoCheckoutApi.class);
  }

  private static URL url(String path) throws MalformedURLException {
    return URI.create(GATEWAY + path).toURL();
  }

  /** A link for the holder of a subscription, good for five minutes. "" leaves a parameter out. */
  private static String link(TwoCheckoutApi api) throws GeneralSecurityException {
    String date = LocalDateTime.now(ZoneOffset.UTC).format(DATE);
    String session = api.login(MERCHANT_CODE, date, hash(date), "sha3-256");
    CustomerView customer = api.getCustomerInformation(session, "352365983", "");
    return customer.firstName()
        + ": "
        + api.getSingleSignOn(session, "DC47E143FA", customer.email(), "300", "", "");
  }

  private static String hash(String date) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA3-256");
    mac.init(new SecretKeySpec(SECRET_KEY.getBytes(UTF_8), "HmacSHA3-256"));
    byte[] hash = mac.doFinal((withLength(MERCHANT_CODE) + withLength(date)).getBytes(UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  private static String withLength(String text) {
    return text.getBytes(UTF_8).length + text;
  }
}
