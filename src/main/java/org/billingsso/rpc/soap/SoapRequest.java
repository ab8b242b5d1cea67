package org.billingsso.rpc.soap;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.billingsso.http.UnicodeText;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.Arguments;
import org.billingsso.rpc.Call;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one call out of a SOAP 1.1 envelope. The first element of the body is the method, its
 * children are the arguments; with or without types, values in place or, as section 5 of SOAP 1.1
 * allows, in elements behind the method that are referred to.
 */
final class SoapRequest {
  private static final String NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next";

  private static final String NOT_XML = "The message is not well-formed XML";

  private final XMLStreamReader xml;
  private final References references = new References();

  private SoapRequest(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads the whole message.
   *
   * @param charset what the HTTP header says of it, for a message that does not tell by itself
   * @throws SoapFault where it is not well-formed, has a document type, or holds no call or more
   *     than one
   */
  static Call read(byte[] message, Optional<String> charset) throws SoapFault {
    try {
      XMLStreamReader xml = open(message, charset);
      try {
        SoapRequest request = new SoapRequest(xml);
        Call call = request.envelope();
        request.rest();
        return call;
      } finally {
        xml.close();
      }
    } catch (XMLStreamException malformed) {
      throw SoapFault.client(
          NOT_XML, Diagnosis.of("the message is not XML").seen(place(malformed)));
    }
  }

  /** Where it ceases to be XML, without what is there, which may be a secret. */
  private static String place(XMLStreamException malformed) {
    var location = malformed.getLocation();
    return location == null
        ? "something else"
        : "something else at line %d, column %d"
            .formatted(location.getLineNumber(), location.getColumnNumber());
  }

  private static XMLStreamReader open(byte[] message, Optional<String> charset)
      throws XMLStreamException, SoapFault {
    XMLStreamReader xml = Soap.READER.createXMLStreamReader(new ByteArrayInputStream(message));
    boolean tellsByItself =
        xml.getCharacterEncodingScheme() != null || !"UTF-8".equals(xml.getEncoding());
    String encoding =
        tellsByItself ? String.valueOf(xml.getEncoding()) : charset.orElse(xml.getEncoding());
    if (!UnicodeText.isIn(message, encoding)) {
      throw SoapFault.client(
          NOT_XML, Diagnosis.of("not all of the message is text in its encoding").seen(encoding));
    }
    return charset.isEmpty() || tellsByItself
        ? xml
        : Soap.READER.createXMLStreamReader(new ByteArrayInputStream(message), charset.get());
  }

  private Call envelope() throws XMLStreamException, SoapFault {
    if (!nextElement() || !xml.getLocalName().equals("Envelope")) {
      throw SoapFault.client(
          "The message is no SOAP envelope",
          Diagnosis.of("the message is no SOAP envelope")
              .seen(xml.getName().toString())
              .expected("{" + Soap.ENVELOPE + "}Envelope"));
    }
    if (!Soap.ENVELOPE.equals(xml.getNamespaceURI())) {
      throw SoapFault.versionMismatch(String.valueOf(xml.getNamespaceURI()));
    }
    while (nextElement()) {
      if (is("Header")) {
        header();
      } else if (is("Body")) {
        Call call = body();
        if (nextElement()) {
          throw unexpected("something comes behind the body", "the end of the envelope");
        }
        return call;
      } else {
        skip();
      }
    }
    throw SoapFault.client("The envelope has no body");
  }

  private void header() throws XMLStreamException, SoapFault {
    while (nextElement()) {
      String mustUnderstand = xml.getAttributeValue(Soap.ENVELOPE, "mustUnderstand");
      String actor = xml.getAttributeValue(Soap.ENVELOPE, "actor");
      boolean forUs = actor == null || actor.isEmpty() || actor.equals(NEXT_ACTOR);
      if ("1".equals(mustUnderstand) && forUs) {
        throw SoapFault.mustUnderstand(Diagnosis.brief(xml.getLocalName()));
      }
      skip();
    }
  }

  private record Part(String name, JsonNode value, @Nullable String reference) {}

  private Call body() throws XMLStreamException, SoapFault {
    if (!nextElement()) {
      throw SoapFault.client("The body holds no call");
    }
    String method = xml.getLocalName();
    List<Part> parts = new ArrayList<>();
    while (nextElement()) {
      String name = xml.getLocalName();
      String reference = xml.getAttributeValue(null, "href");
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

  private boolean is(String localName) {
    return new QName(Soap.ENVELOPE, localName).equals(xml.getName());
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

  private void skip() throws XMLStreamException, SoapFault {
    for (int depth = 1; depth > 0; ) {
      int event = next();
      depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    }
  }

  /** Reads to the end of the message, which must be well-formed too. */
  private void rest() throws XMLStreamException, SoapFault {
    while (xml.hasNext()) {
      next();
    }
  }

  private int next() throws XMLStreamException, SoapFault {
    int event = xml.next();
    if (event == DTD || event == ENTITY_REFERENCE) {
      throw SoapFault.client("The message must not have a document type");
    }
    return event;
  }
}
