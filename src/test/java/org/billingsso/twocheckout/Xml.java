package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads SOAP messages and the service's description, by a parser that is not the gateway's. */
final class Xml {
  static final String NAMESPACE = "urn:twocheckout:sso";
  static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

  static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final Document METHODS = methods();

  private Xml() {}

  static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (Exception notXml) {
      throw new AssertionError("Not XML: " + xml, notXml);
    }
  }

  /** The body of a SOAP 1.1 envelope. */
  static Element soapBody(String message) {
    Element envelope = parse(message).getDocumentElement();
    assertThat(envelope.getLocalName()).isEqualTo("Envelope");
    assertThat(envelope.getNamespaceURI()).isEqualTo(ENVELOPE);
    Element body = onlyChild(envelope);
    assertThat(body.getLocalName()).isEqualTo("Body");
    return body;
  }

  static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast);
  }

  static Element onlyChild(Element parent) {
    List<Element> children = children(parent).toList();
    assertThat(children).as("children of %s", parent.getNodeName()).hasSize(1);
    return children.get(0);
  }

  /** The text of the only element of that name below another one. */
  static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    assertThat(found.getLength()).as(name).isEqualTo(1);
    return found.item(0).getTextContent();
  }

  /** The same as JSON: elements called {@code item} are a list, others an object. */
  static JsonNode json(Element element) {
    if (element.getAttributeNS(INSTANCE, "nil").equals("true")) {
      return JsonNodeFactory.instance.nullNode();
    }
    List<Element> children = children(element).toList();
    if (children.isEmpty()) {
      return new TextNode(element.getTextContent());
    }
    if (children.get(0).getNodeName().equals("item")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      children.forEach(item -> list.add(json(item)));
      return list;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    children.forEach(field -> object.set(field.getNodeName(), json(field)));
    return object;
  }

  /** The names of the parts of one of the description's messages. */
  static List<String> parts(String message) {
    NodeList messages = METHODS.getElementsByTagNameNS(WSDL, "message");
    return IntStream.range(0, messages.getLength())
        .mapToObj(messages::item)
        .map(Element.class::cast)
        .filter(each -> each.getAttribute("name").equals(message))
        .flatMap(Xml::children)
        .map(part -> part.getAttribute("name"))
        .toList();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Document methods() {
    try {
      return parse(Files.readString(Path.of("wsdl", "2checkout-methods.wsdl")));
    } catch (Exception unreadable) {
      throw new AssertionError("The service's description cannot be read", unreadable);
    }
  }
}
