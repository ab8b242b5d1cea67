package org.billingsso.speed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Calls that are made to keep a server busy, of every platform, each as long as it may be. */
final class BadCalls {
  private static final int LONG = 1_000_000;
  private static final String SOAP =
      "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>%s</e:Body>"
          + "</e:Envelope>";
  private static final String[] CHARGEBEE = {
    "Authorization: Basic dGVzdF9kZW1vX2tleTo=", "Content-Type: application/x-www-form-urlencoded"
  };

  /** What takes a form, of each platform. */
  private static final List<String> FORMS =
      List.of(
          "/api/v2/portal_sessions",
          "/api/v2/portal_sessions/portal_1/activate",
          "/api/v2/portal_sessions/portal_1/logout",
          "/portal/login",
          "/portal/signup",
          "/portal/v2/logout",
          "/myaccount/sign_out/",
          "/partners/sign_out.php",
          "/portals/analytical-engines/sign-out",
          "/Portal/SignOut");

  private final List<BadCall> calls = new ArrayList<>();
  private final String session;

  /**
   * A request.
   *
   * @param name what is bad about it
   */
  @SuppressWarnings("ArrayRecordComponent") // Sent and never compared.
  record BadCall(String name, String method, String path, List<String> headers, byte[] body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private BadCalls(String session) {
    this.session = session;
  }

  /** All of them, for an API session of 2Checkout that is open. */
  static List<BadCall> inSession(String session) {
    BadCalls bad = new BadCalls(session);
    bad.ofJson();
    bad.ofXml();
    bad.ofForms();
    bad.ofPaths();
    return bad.calls;
  }

  /** One that is not bad. */
  static BadCall usual(String session) {
    String body = call("getSingleSignOn", quoted(session), "\"DC47E143FA\"");
    return new BadCall("usual", "POST", "/rpc/6.0/", List.of(), body.getBytes(UTF_8));
  }

  private void ofJson() {
    String date = "2026-01-01 00:00:00";
    String hash = "00".repeat(32);
    json("login with a long code", call("login", text("A"), quoted(date), quoted(hash)));
    json("login with a long date", call("login", "\"DEMOSHOP\"", text("2"), quoted(hash)));
    json("login with a long hash", call("login", "\"DEMOSHOP\"", quoted(date), text("0")));
    json("login with a long algo", call("login", "\"A\"", "\"\"", "\"00\"", text("A")));
    json("a refused login", call("login", "\"DEMOSHOP\"", quoted(date), quoted(hash)));
    json(
        "a batch of refused logins",
        list(100, i -> call("login", "\"DEMOSHOP\"", quoted(date), quoted(hash))));
    json(
        "a batch of long refused logins",
        list(100, i -> call("login", quoted("A".repeat(9_000)), quoted(date), quoted(hash))));
    json("too long a batch", "[" + "1,".repeat(LONG / 2) + "1]");
    json("a long session", call("setPartner", text("a"), "\"P\""));
    json("a long address", call("getSingleSignOn", s(), "\"DC47E143FA\"", text("a@")));
    json("a long number", call("getSingleSignOn", s(), "\"DC47E143FA\"", "\"\"", text("1")));
    json("a large number", call("getSingleSignOn", s(), "\"DC47E143FA\"", "\"\"", "1e999999999"));
    json(
        "a long IP address",
        call("getSingleSignOn", s(), "\"DC47E143FA\"", "\"\"", "9", "\"\"", text(":", "x")));
    json("a long search", call("searchPartners", s(), text("a")));
    json("a batch of searches for all", list(100, i -> call("searchPartners", s(), "\"a\"")));
    json("a long request", byCustomer(text("code=&")));
    json("an encoded request", byCustomer(text("%2525")));
    json("a deep request", byCustomer("[".repeat(900) + "]".repeat(900)));
    json("a wide request", byCustomer("[" + "[],".repeat(LONG / 3) + "1]"));
    json("a list for a text", call("setPartner", s(), "[" + "1,".repeat(LONG / 2) + "1]"));
    json("much that is deep", "[" + "[".repeat(LONG / 2) + "]".repeat(LONG / 2) + "]");
    json("many parameters", call("setPartner", "1,".repeat(LONG / 2) + "1"));
    json(
        "many names",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"setPartner\",\"params\":%s}"
            .formatted(object(LONG / 12, i -> "\"p" + i + "\":1")));
    json(
        "one name many times",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"setPartner\",\"params\":%s}"
            .formatted(object(LONG / 8, i -> "\"a\":1")));
    json(
        "names of one hash",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"setPartner\",\"params\":%s}"
            .formatted(object(LONG / 40, i -> "\"" + sameHash(i) + "\":1")));
    json("a long id", "{\"jsonrpc\":\"2.0\",\"id\":" + text("a") + ",\"method\":\"login\"}");
    json("an absurd id", "{\"jsonrpc\":\"2.0\",\"id\":1e999999999,\"method\":\"login\"}");
    json("absurd numbers", call("setPartner", s(), list(LONG / 14, i -> "1e-999999999")));
    json("a long method", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":" + text("a") + "}");
    json("escapes", call("setPartner", s(), text("\\u0041")));
    json("blanks", " ".repeat(LONG) + "1");
    json("no JSON", "x".repeat(LONG));
  }

  private void ofXml() {
    xml("long text", SOAP.formatted(part("sessionID", "a".repeat(LONG))));
    xml("many parts", SOAP.formatted("<login>" + "<a/>".repeat(LONG / 4) + "</login>"));
    xml("deep parts", SOAP.formatted("<a>".repeat(LONG / 8) + "</a>".repeat(LONG / 8)));
    xml("many items", SOAP.formatted(part("request", "<i>1</i>".repeat(LONG / 9))));
    xml(
        "references",
        SOAP.formatted(
            "<login>"
                + "<p href='#a'/>".repeat(LONG / 16)
                + "</login><m id='a'>"
                + "a".repeat(90_000)
                + "</m>"));
    xml("multi-refs", SOAP.formatted("<login/>" + many(LONG / 18, i -> "<m id='" + i + "'/>")));
    xml("attributes", SOAP.formatted("<login " + many(LONG / 14, i -> "a" + i + "='' ") + "/>"));
    xml(
        "namespaces",
        SOAP.formatted("<login " + many(LONG / 22, i -> "xmlns:a" + i + "='u' ") + "/>"));
    xml(
        "namespaces looked through",
        SOAP.formatted(
            many(20, depth -> "<a " + many(900, i -> "xmlns:a%d_%d='u' ".formatted(depth, i)) + ">")
                + "<e:b/>".repeat(80_000)
                + "</a>".repeat(20)));
    xml(
        "attributes of many elements",
        SOAP.formatted(many(100, e -> "<p " + many(900, i -> "a" + i + "='' ") + "/>")));
    xml("character references", SOAP.formatted(part("sessionID", "&#65;".repeat(LONG / 5))));
    xml("sections", SOAP.formatted(part("sessionID", "<![CDATA[a]]>".repeat(LONG / 13))));
    xml("comments", SOAP.formatted(part("sessionID", "<!---->a".repeat(LONG / 8))));
    xml("a long name", SOAP.formatted("<" + "a".repeat(LONG) + "/>"));
    xml("many names", SOAP.formatted(part("request", many(LONG / 11, i -> "<n" + i + "/>"))));
    xml("no XML", "x".repeat(LONG));
  }

  private void ofForms() {
    String create = "/api/v2/portal_sessions";
    post("a long customer", create, "customer[id]=" + "a".repeat(LONG), CHARGEBEE);
    post("a long URL", create, "customer[id]=1&redirect_url=" + "a".repeat(LONG), CHARGEBEE);
    post("an encoded form", create, "customer[id]=" + "%41".repeat(LONG / 3), CHARGEBEE);
    for (String path : List.of("/portal/login", "/portal/signup")) {
      post(
          "a long password to " + path, path, "email=ada@example.com&password=" + "a".repeat(LONG));
      post("a long address to " + path, path, "email=" + "a@".repeat(LONG / 2) + "&password=a");
    }
    FORMS.forEach(this::formTo);
  }

  /** What a form of any platform may hold, as it is and in gzip. */
  private void formTo(String path) {
    form("fields without values", path, "a&".repeat(1 << 19));
    form("50,000 fields", path, many(50_000, i -> "f" + i + "=1&"));
    form("one field many times", path, "email=a&".repeat(LONG / 8));
    form("separators", path, "&".repeat(LONG));
    form("deep brackets", path, "customer" + "[id]".repeat(LONG / 4) + "=1");
    form("open brackets", path, "customer" + "[".repeat(LONG) + "=1");
    form("a percent sign at each place", path, "a=" + "%".repeat(LONG));
    form("fields of one hash", path, many(LONG / 34, i -> sameHash(i) + "=&"));
    byte[] member = gzip("");
    ByteBuffer members = ByteBuffer.allocate(50_000 * member.length);
    for (int i = 0; i < 50_000; i++) {
      members.put(member);
    }
    String[] headers = Arrays.copyOf(CHARGEBEE, CHARGEBEE.length + 1);
    headers[CHARGEBEE.length] = "Content-Encoding: gzip";
    add("empty members to " + path, "POST", path, members.array(), headers);
  }

  private void form(String name, String path, String body) {
    post(name + " to " + path, path, body, CHARGEBEE);
    String[] headers = Arrays.copyOf(CHARGEBEE, CHARGEBEE.length + 1);
    headers[CHARGEBEE.length] = "Content-Encoding: gzip";
    add(name + " in gzip to " + path, "POST", path, gzip(body), headers);
  }

  private void ofPaths() {
    String header = "a".repeat(7_000);
    get("a long end user", "/shareabletokens/extid-" + header);
    get("a long token", "/redirect/" + header);
    get("a long cart", "/order/checkout.php?PRODS=" + "1,".repeat(3_500));
    get("a long logintoken", "/myaccount/?lang=en&logintoken=" + header);
    get("encoded query", "/myaccount/?" + "%25".repeat(2_300));
    get("many cookies", "/myaccount/", "Cookie: " + "a=b; ".repeat(1_400));
    get("a long cookie", "/myaccount/", "Cookie: myaccount=" + header);
    get("a long key", "/v1/customers/1/singleSignOnToken", "Authorization: Basic " + header);
    get("a long accept", "/shareabletokens/1", "Accept: " + "a/b;q=0.1,".repeat(700));
    get("a path of slashes", "/".repeat(7_000));
    get("a path of dots", "/a/..".repeat(1_400));
  }

  private void json(String name, String body) {
    post("JSON: " + name, "/rpc/6.0/", body);
    if (name.startsWith("a ") && body.length() > 100_000) {
      add("JSON, gzip: " + name, "POST", "/rpc/6.0/", gzip(body), "Content-Encoding: gzip");
    }
  }

  private void xml(String name, String body) {
    post("SOAP: " + name, "/soap/6.0/", body);
  }

  private void post(String name, String path, String body, String... headers) {
    add(name, "POST", path, body.getBytes(UTF_8), headers);
  }

  private void get(String name, String path, String... headers) {
    add(name, "GET", path, new byte[0], headers);
  }

  private void add(String name, String method, String path, byte[] body, String... headers) {
    calls.add(new BadCall(name, method, path, Arrays.asList(headers), body));
  }

  private String byCustomer(String request) {
    return call(
        "getSingleSignOnByCustomer",
        s(),
        "\"352365983\"",
        "\"AvangateCustomerReference\"",
        "\"my_subscription\"",
        request);
  }

  private String s() {
    return quoted(session);
  }

  private static String call(String method, String... params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
        .formatted(method, String.join(",", params));
  }

  private static String part(String name, String content) {
    return "<setPartner><%1$s>%2$s</%1$s></setPartner>".formatted(name, content);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** That text as often as it fits. */
  private static String text(String repeated) {
    return text(repeated, "");
  }

  private static String text(String repeated, String end) {
    return quoted(repeated.repeat(LONG / repeated.length()) + end);
  }

  private static String list(int length, IntFunction<String> item) {
    return IntStream.range(0, length).mapToObj(item).collect(joining(",", "[", "]"));
  }

  private static String object(int length, IntFunction<String> member) {
    return IntStream.range(0, length).mapToObj(member).collect(joining(",", "{", "}"));
  }

  private static String many(int length, IntFunction<String> item) {
    return IntStream.range(0, length).mapToObj(item).collect(joining());
  }

  /** Texts whose {@code hashCode} is the same. */
  private static String sameHash(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 16; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static byte[] gzip(String body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError("Nothing fails in memory", impossible);
    }
    return compressed.toByteArray();
  }
}
