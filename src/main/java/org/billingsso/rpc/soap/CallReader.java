package org.billingsso.rpc.soap;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.xml.ws.api.SOAPVersion;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.Arguments;
import org.billingsso.rpc.Call;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one call out of a body. Its first element is the method, the children of that are the
 * arguments; with or without types, values in place or, as section 5 of SOAP 1.1 allows, in
 * elements behind the method that are referred to.
 */
final class CallReader {
  static final String ENCODING_STYLE = "encodingStyle";

  /**
   * What a body holds.
   *
   * @param isEncoded whether its values tell their types, as those of the answer then do
   */
  record SoapCall(Call call, boolean isEncoded) {}

  private record Part(String name, JsonNode value, @Nullable String reference) {}

  private final XMLStreamReader xml;
  private final SOAPVersion version;
  private final References references = new References();
  private boolean isEncoded;

  /**
   * @param xml at the first element of the body
   * @param isEncoded whether what is around the call says so
   */
  CallReader(XMLStreamReader xml, SOAPVersion version, boolean isEncoded) {
    this.xml = xml;
    this.version = version;
    this.isEncoded = isEncoded;
  }

  /** Reads to the end of the message, which must be well-formed too. */
  SoapCall read() throws XMLStreamException, SoapFault {
    Call call = call();
    if (nextElement()) {
      throw unexpected("something comes behind the body", "the end of the envelope");
    }
    while (xml.hasNext()) {
      next();
    }
    return new SoapCall(call, isEncoded);
  }

  private Call call() throws XMLStreamException, SoapFault {
    String method = xml.getLocalName();
    isEncoded |= Soap.isEncoding(xml.getAttributeValue(version.nsUri, ENCODING_STYLE));
    List<Part> parts = new ArrayList<>();
    while (nextElement()) {
      String name = xml.getLocalName();
      String reference = xml.getAttributeValue(null, "href");
      isEncoded |= xml.getAttributeValue(Soap.SCHEMA_INSTANCE, "type") != null;
      parts.add(new Part(name, value(), reference));
    }
    while (nextElement()) {
      String id = xml.getAttributeValue(null, "id");
      if (id == null) {
        throw unexpected("there is more than one call in the body", "what the call refers to");
      }
      references.define(id, value());
    }
    references.check();
    Arguments arguments = new Arguments();
    for (Part part : parts) {
      arguments.named(
          part.name(),
          part.reference() == null ? part.value() : references.valueOf(part.reference()));
    }
    return new Call(method, arguments);
  }

  /** The element's text; a list where it holds elements; reads to its end. */
  private JsonNode value() throws XMLStreamException, SoapFault {
    references.use(xml.getAttributeValue(null, "href"));
    String nil = xml.getAttributeValue(Soap.SCHEMA_INSTANCE, "nil");
    StringBuilder text = new StringBuilder();
    List<JsonNode> items = new ArrayList<>(0);
    for (int event = next(); event != END_ELEMENT; event = next()) {
      if (event == START_ELEMENT) {
        items.add(value());
      } else if (xml.hasText() && xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    if ("true".equals(nil) || "1".equals(nil)) {
      return NullNode.getInstance();
    }
    return items.isEmpty()
        ? new TextNode(text.toString())
        : JsonNodeFactory.instance.arrayNode(items.size()).addAll(items);
  }

  /** Goes to the next child; false at the end of the parent. There must be no text before it. */
  private boolean nextElement() throws XMLStreamException, SoapFault {
    while (xml.hasNext()) {
      int event = next();
      if (event == START_ELEMENT || event == END_ELEMENT) {
        return event == START_ELEMENT;
      }
      if (xml.isCharacters() && !xml.isWhiteSpace()) {
        throw SoapFault.client("There is text in the message where only elements may be");
      }
    }
    return false;
  }

  private SoapFault unexpected(String rule, String expected) {
    return SoapFault.client(
        "The message must hold one body with one call in it",
        Diagnosis.of(rule).seen(xml.getName().toString()).expected(expected));
  }

  private int next() throws XMLStreamException, SoapFault {
    int event = xml.next();
    if (event == DTD || event == ENTITY_REFERENCE) {
      throw documentType();
    }
    return event;
  }

  static SoapFault documentType() {
    return SoapFault.client("The message must not have a document type");
  }
}
