package org.billingsso.http;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that URL parsers take for different things, written from the text of the URL Standard. */
final class OddUrls {
  private static final List<String> HOSTS =
      List.of(
          "example.com",
          "EXAMPLE.com",
          "example.com.",
          "example..com",
          ".example.com",
          "..",
          ".",
          "ex_ample.com",
          "-example.com",
          "example-.com",
          "ab--cd.example",
          "a",
          "xn--",
          "xn--a",
          "xn--a-.com",
          "xn--bcher-kva.example",
          "XN--BCHER-KVA.example",
          "xn--BCHER-kva.example",
          "xn--strae-oqa.example",
          "xn--ls8h.example",
          "xn--4ca.example",
          "xn--fa-hia.example",
          "xn--0.example",
          "xn--a.b",
          "xn--abc-.example",
          "xn--mgbh0fb.xn--kgbechtv",
          "1a.xn--mgbh0fb.example",
          "a-.xn--mgbh0fb.example",
          "xn--mgbh0fb.example",
          "www.xn--mgbh0fb.example",
          "xn--4dbcagdahymbxekheh6e0a7fei0b.example",
          "xn--11b4c3d.example",
          "xn--zn7c.com",
          "xn--n3h.example",
          "xn--1ug.example",
          "bücher.example",
          "faß.example",
          "ＥＸＡＭＰＬＥ.com",
          "example。com",
          "ex\u00adample.com",
          "ex\u200dample.com",
          "\u0430pple.example",
          "example%2ecom",
          "ex%61mple.com",
          "%65xample.com",
          "example.com%00",
          "example.com%23",
          "example.com%2f",
          "exa mple.com",
          "exa<mple.com",
          "exa|mple.com",
          "exa^mple.com",
          "exa%mple.com",
          "exa`mple.com",
          "exa\"mple.com",
          "*.example.com",
          "exa+mple.com",
          "exa,mple.com",
          "exa~mple.com",
          "(example)",
          "0",
          "1",
          "1.2",
          "1.2.3",
          "1.2.3.4",
          "1.2.3.4.",
          "1.2.3.4.5",
          "01.2.3.4",
          "0x7f.1",
          "0x7f000001",
          "0X7F.0.0.1",
          "0x",
          "0x.1",
          "2130706433",
          "4294967295",
          "4294967296",
          "017700000001",
          "127.1",
          "256.0.0.1",
          "1.2.3.256",
          "1.2.3.0x4",
          "1.2.3.08",
          "foo.0x",
          "foo.0x4",
          "foo.2",
          "foo.09",
          "foo.2a",
          "a.1e5",
          "１.２.３.４",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[2001:DB8::1]",
          "[2001:db8:0:0:1:0:0:1]",
          "[::1%25eth0]",
          "[::1%eth0]",
          "[::ffff:1.2.3.4]",
          "[::ffff:102:304]",
          "[::1.2.3.4]",
          "[1:2:3:4:5:6:7::]",
          "[1::3:4:5:6:7:8]",
          "[::00001]",
          "[1:2:3:4:5:6:7:8:9]",
          "[1:2]",
          "[:1]",
          "[1:]",
          "[::1",
          "::1]",
          "[]",
          "[g::1]",
          "[::1]x",
          "x[::1]",
          "[1::2::3]",
          "[v1.x]",
          "user@example.com",
          "user:secret@example.com",
          "@example.com",
          ":@example.com",
          "example.com@evil.example",
          "user%40x@example.com",
          "a".repeat(63) + ".com",
          "a".repeat(64) + ".com");

  private static final List<String> PORTS =
      List.of(
          ":",
          ":0",
          ":80",
          ":443",
          ":0080",
          ":8080",
          ":65535",
          ":65536",
          ":99999",
          ":080000000443",
          ":-1",
          ":+80",
          ":8 0",
          ":８０",
          ":0x50",
          ":a",
          ":80:80");

  private static final List<String> PATHS =
      List.of(
          "",
          "/",
          "/a",
          "/a/",
          "//",
          "//evil.example",
          "/a//b",
          "/.",
          "/..",
          "/./a",
          "/a/..",
          "/a/../b",
          "/a/./b",
          "/a/.",
          "/%2e",
          "/%2E%2e/b",
          "/.%2e",
          "/%2e.",
          "/...",
          "/..;/b",
          "/.;x",
          "/a.b",
          "/a%2fb",
          "/a%2Fb",
          "/a%5cb",
          "/a\\b",
          "\\a",
          "/%252e%252e/",
          "/%41",
          "/%7Ea",
          "/~a",
          "/%zz",
          "/%",
          "/%4",
          "/100%",
          "/a b",
          "/a+b",
          "/a%20b",
          "/a|b",
          "/a%7Cb",
          "/a^b",
          "/a`b",
          "/{a}",
          "/<a>",
          "/\"a\"",
          "/'a'",
          "/[a]",
          "/a:b",
          "/a@b",
          "/a;b=c",
          "/a,b",
          "/a&b=c",
          "/é",
          "/%C3%A9",
          "/\ud83d\ude00",
          "/%ff",
          "/\u00a0",
          "/\u2028",
          "/\ufeff",
          "/\u200b",
          "/%00",
          "/%0d%0a",
          "/%C2%85",
          "/\u0085",
          "/a\u007f",
          "/a\tb",
          "/a\nb",
          "/a\rb",
          "/a\u0000b",
          "/\ud800",
          "/a\u202eb",
          "/*",
          "/!$()",
          "/=",
          "/a?",
          "/a#");

  private static final List<String> QUERIES =
      List.of(
          "?",
          "?a",
          "?a=b",
          "?a=b&c=d",
          "?a=b?c",
          "?a=/../b",
          "?a=|",
          "?a[]=b",
          "?a={b}",
          "?a=\"b\"",
          "?a='b'",
          "?a=<b>",
          "?a=`b`",
          "?a=^b",
          "?a=\\b",
          "?a=%5Cb",
          "?a=b c",
          "?a=b+c",
          "?a=%",
          "?a=%zz",
          "?a=%27",
          "?é",
          "?%C3%A9",
          "?a=\ud83d\ude00",
          "?a=%0d%0a",
          "?a=\n",
          "?a=http://evil.example/",
          "?a=//evil",
          "?a=@evil",
          "?&",
          "?a&",
          "??",
          "?a=%ff",
          "?a=\u00a0",
          "?\ud800");

  private static final List<String> FRAGMENTS =
      List.of(
          "#", "#a", "#a b", "#a#b", "#`a`", "#<a>", "#{a}", "#a|b", "#é", "#%", "#a?b", "#'a'",
          "#[a]", "#^");

  private static final List<String> WHOLE =
      List.of(
          "",
          " ",
          "/",
          "//",
          "//evil.example",
          "evil.example",
          "http",
          "http:",
          "https:",
          "http:/",
          "http://",
          "http:///",
          "https:evil.example",
          "https:/evil.example",
          "https:///evil.example",
          "https:////evil.example",
          "https:\\\\evil.example",
          "https:/\\evil.example",
          "https://\\evil.example",
          "https://evil.example\\@example.com",
          "https://example.com\\.evil.example",
          "HTTPS://example.com/",
          "hTTp://Example.COM:80/A",
          "https://example.com:80/",
          "http://example.com:443/",
          " https://example.com/",
          "https://example.com/ ",
          "\thttps://example.com/",
          "ht\ntps://example.com/",
          "https://exam\tple.com/",
          "https:/\n/example.com/",
          "https://example.com\n",
          "\u0000https://example.com/",
          "https://example.com/\u0000",
          "\u00a0https://example.com/",
          "https://example.com/\u00a0",
          "\ufeffhttps://example.com/",
          "https://example.com/\ufeff",
          "http s://example.com/",
          "https ://example.com/",
          "https://?a",
          "https://#a",
          "https://:443/",
          "https://@/",
          "https://:@/",
          "https://example.com?a",
          "https://example.com#a",
          "https://example.com?@evil.example",
          "https://example.com#@evil.example",
          "https://example.com/@evil",
          "https://a:b@c:d@example.com/",
          "https://example.com:443@evil.example/",
          "ftp://example.com/",
          "ws://example.com/",
          "wss://example.com/",
          "file:///etc/passwd",
          "file://example.com/",
          "javascript:alert(1)",
          "javascript://example.com/%0aalert(1)",
          "data:text/html,a",
          "blob:https://example.com/a",
          "view-source:https://example.com/",
          "about:blank",
          "mailto:a@example.com",
          "httpss://example.com/",
          "https;//example.com/",
          "https//example.com/",
          "https://https://example.com/",
          "http://http:80/");

  private static final String DIGITS_AND_SIGNS = "abfx019.:%/\\?#@[]| '\"<>{}^`;=&+-_~\t\né\u3002ß";

  private OddUrls() {}

  /** One odd part each in an otherwise plain URL, and texts that are odd as a whole. */
  static List<String> all() {
    return Stream.of(
            WHOLE.stream(),
            HOSTS.stream().map(host -> "https://" + host + "/x"),
            PORTS.stream()
                .flatMap(
                    port -> Stream.of("https://example.com" + port + "/", "http://[::1]" + port)),
            PATHS.stream().map(path -> "https://example.com" + path),
            QUERIES.stream().map(query -> "https://example.com/x" + query),
            FRAGMENTS.stream().map(fragment -> "https://example.com/x" + fragment))
        .flatMap(texts -> texts)
        .toList();
  }

  /** That many texts that are put together from odd parts and signs by chance. */
  static List<String> random(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> random(random)).limit(count).toList();
  }

  private static String random(Random random) {
    String host = random.nextBoolean() ? "a" + signs(random, 12) : one(random, HOSTS);
    String url =
        one(random, List.of("https://", "https://", "http://", "https:", "//", "HTTP:\\\\"))
            + (random.nextInt(4) == 0 ? number(random) : host)
            + (random.nextInt(3) == 0 ? one(random, PORTS) : "")
            + one(random, PATHS)
            + (random.nextInt(3) == 0 ? "/" + signs(random, 8) : "")
            + (random.nextBoolean() ? one(random, QUERIES) : "")
            + (random.nextInt(3) == 0 ? one(random, FRAGMENTS) : "");
    int at = random.nextInt(url.length() + 1);
    return random.nextInt(4) == 0
        ? url.substring(0, at) + signs(random, 2) + url.substring(at)
        : url;
  }

  /** What looks like an address of version 4 or 6. */
  private static String number(Random random) {
    boolean four = random.nextBoolean();
    String digits = four ? "0127x" : "0abf1:";
    String groups =
        random
            .ints(1 + random.nextInt(four ? 5 : 9), 0, digits.length())
            .mapToObj(
                i ->
                    digits.charAt(i)
                        + (random.nextBoolean() ? "" : "" + digits.charAt(random.nextInt(2))))
            .collect(Collectors.joining(four ? "." : ":"));
    return four ? groups : "[" + groups + "]";
  }

  private static String signs(Random random, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, DIGITS_AND_SIGNS.length())
        .mapToObj(i -> DIGITS_AND_SIGNS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
