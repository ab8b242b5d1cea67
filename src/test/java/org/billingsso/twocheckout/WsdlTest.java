package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WsdlTest {
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final Document METHODS = read("2checkout-methods.wsdl");

  @ParameterizedTest
  @ValueSource(strings = {"2checkout-literal.wsdl", "2checkout-encoded.wsdl"})
  void bindsEveryOperation(String file) {
    assertThat(operations(read(file)).map(WsdlTest::name))
        .containsExactlyElementsOf(operations(METHODS).map(WsdlTest::name).toList());
  }

  @Test
  void namesTheAnswerAfterTheOperation() {
    assertThat(operations(METHODS))
        .allSatisfy(
            operation ->
                assertThat(parts(name(operation) + "Response"))
                    .containsExactly(name(operation) + "Return"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void documentsEveryParameter(Element operation) {
    String documentation =
        operation.getElementsByTagNameNS(WSDL, "documentation").item(0).getTextContent();

    assertThat(parts(name(operation)))
        .filteredOn(part -> !part.equals("sessionID"))
        .allSatisfy(part -> assertThat(documentation).contains("  " + part + ": "));
  }

  static Stream<Element> operations() {
    return operations(METHODS);
  }

  private static Stream<Element> operations(Document document) {
    return elements(document.getDocumentElement(), "operation");
  }

  private static List<String> parts(String message) {
    return elements(METHODS.getDocumentElement(), "message")
        .filter(each -> name(each).equals(message))
        .flatMap(each -> elements(each, "part"))
        .map(WsdlTest::name)
        .toList();
  }

  private static String name(Element element) {
    return element.getAttribute("name");
  }

  private static Stream<Element> elements(Element parent, String localName) {
    NodeList found = parent.getElementsByTagNameNS(WSDL, localName);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  private static Document read(String file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(Path.of("wsdl", file).toFile());
    } catch (Exception e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }
}
