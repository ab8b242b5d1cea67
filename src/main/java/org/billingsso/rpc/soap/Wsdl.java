package org.billingsso.rpc.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;

/**
 * Gives out WSDL documents on {@code GET ?wsdl=name}. The addresses in them, of the service and of
 * the documents they import, are those under which the client asked.
 */
public final class Wsdl implements Endpoint {
  private static final String ADDRESS = "@address@";
  private static final Pattern SERVICE = Pattern.compile("(<soap:address location=\")[^\"]*");
  private static final Pattern IMPORT = Pattern.compile("(<wsdl:import [^>]*location=\")([^\"]*)");

  private final Map<String, String> documents = new HashMap<>();
  private final String usual;

  /**
   * @param resources where the documents are, by the names that clients ask for; documents import
   *     each other by the last part of that
   * @param usual the name of the one that a bare {@code ?wsdl} gives
   */
  public Wsdl(Map<String, String> resources, String usual) {
    Map<String, String> nameByFile = new HashMap<>();
    resources.forEach((name, resource) -> nameByFile.put(resource.replaceFirst(".*/", ""), name));
    resources.forEach(
        (name, resource) -> documents.put(name, importingByName(read(resource), nameByFile)));
    this.usual = Objects.requireNonNull(documents.get(usual), usual);
  }

  @Override
  public Answer answer(Exchange request) {
    String asked =
        request
            .query()
            .single("wsdl")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new HttpError(405, "Send a SOAP message by POST, or ask for ?wsdl"));
    String document = documents.getOrDefault(asked, usual);
    String address = request.url(request.path());
    return Answer.of(200, Soap.CONTENT_TYPE, document.replace(ADDRESS, address));
  }

  /** The document with {@link #ADDRESS} where the client's address of the service belongs. */
  private static String importingByName(String document, Map<String, String> nameByFile) {
    String addressed = SERVICE.matcher(document).replaceAll("$1" + ADDRESS);
    return IMPORT
        .matcher(addressed)
        .replaceAll(found -> found.group(1) + ADDRESS + "?wsdl=" + nameByFile.get(found.group(2)));
  }

  private static String read(String resource) {
    try (InputStream in = Wsdl.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Resource " + resource + " cannot be read", unreadable);
    }
  }
}
