package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.server.SDDocumentSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A description of the service that stands for itself: what its file imports or includes is put
 * where it does so, since some tools follow neither.
 */
final class Wsdl extends SDDocumentSource {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "<wsdl:import [^>]*location=\"([^\"]+)\"[^>]*/>"
              + "|<xsd:include [^>]*schemaLocation=\"([^\"]+)\"[^>]*/>");
  private static final Pattern ROOT =
      Pattern.compile("<(wsdl:definitions|xsd:schema)[^>]*>(.*)</\\1>", Pattern.DOTALL);

  private final URL address;
  private final byte[] document;

  /**
   * @param resource where it is
   * @throws IllegalArgumentException where it is not
   */
  Wsdl(String resource) {
    this.address = url(resource);
    String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
    this.document = whole(resource, folder).getBytes(StandardCharsets.UTF_8);
  }

  private static String whole(String resource, String folder) {
    return REFERENCE
        .matcher(read(resource))
        .replaceAll(found -> Matcher.quoteReplacement(content(folder + file(found), folder)));
  }

  private static String file(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static String content(String resource, String folder) {
    var root = ROOT.matcher(whole(resource, folder));
    if (!root.find()) {
      throw new IllegalArgumentException(resource + " is no description");
    }
    return root.group(2);
  }

  private static URL url(String resource) {
    URL url = Wsdl.class.getResource(resource);
    if (url == null) {
      throw new IllegalArgumentException("There is no resource " + resource);
    }
    return url;
  }

  private static String read(String resource) {
    try (InputStream in = url(resource).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Resource " + resource + " cannot be read", unreadable);
    }
  }

  @Override
  public XMLStreamReader read(XMLInputFactory factory) throws XMLStreamException {
    return factory.createXMLStreamReader(new ByteArrayInputStream(document));
  }

  @Override
  public XMLStreamReader read() throws XMLStreamException {
    return read(Soap.DESCRIPTIONS);
  }

  @Override
  public URL getSystemId() {
    return address;
  }
}
