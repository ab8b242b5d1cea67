import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A link into myAccount over JSON-RPC, with the JDK alone: {@code java Shopper.java}. */
final class Shopper {

  private static final String GATEWAY =
      Optional.ofNullable(System.getenv("GATEWAY")).orElse("http://127.0.0.1:8080");
  private static final String MERCHANT_CODE = "DEMOSHOP";
  private static final String SECRET_KEY = "demo-secret-key";

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern RESULT = Pattern.compile("\"result\":\"([^\"]*)\"");
  private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]*)\"");

  private final HttpClient http = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    try {
      Shopper shopper = new Shopper();
      String session = shopper.login();
      System.out.println(
          shopper.call("getSingleSignOn", "\"%s\",\"DC47E143FA\",null,300".formatted(session)));
    } catch (IllegalStateException | IOException e) {
      System.err.println(e.getMessage() == null ? "No gateway at " + GATEWAY : e.getMessage());
      System.exit(1);
    }
  }

  private String login() throws GeneralSecurityException, IOException, InterruptedException {
    String date = LocalDateTime.now(ZoneOffset.UTC).format(DATE);
    Mac mac = Mac.getInstance("HmacSHA3-256");
    mac.init(new SecretKeySpec(SECRET_KEY.getBytes(UTF_8), "HmacSHA3-256"));
    byte[] hash = mac.doFinal((withLength(MERCHANT_CODE) + withLength(date)).getBytes(UTF_8));
    return call(
        "login",
        "\"%s\",\"%s\",\"%s\",\"sha3-256\""
            .formatted(MERCHANT_CODE, date, HexFormat.of().formatHex(hash)));
  }

  private static String withLength(String text) {
    return text.getBytes(UTF_8).length + text;
  }

  /** The string that a method returns. A real program reads the answer with a JSON library. */
  private String call(String method, String params) throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}".formatted(method, params);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(GATEWAY + "/rpc/6.0/"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();
    Matcher result = RESULT.matcher(answer);
    if (result.find()) {
      return result.group(1);
    }
    Matcher message = MESSAGE.matcher(answer);
    throw new IllegalStateException(message.find() ? message.group(1) : answer);
  }
}
