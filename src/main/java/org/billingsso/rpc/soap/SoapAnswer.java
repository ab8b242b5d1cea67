package org.billingsso.rpc.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.billingsso.http.Answer;
import org.billingsso.rpc.RpcMapper;

/**
 * Writes SOAP 1.1 envelopes: the result of a call in {@code <opResponse><opReturn>}, or a fault.
 * Values carry no {@code xsi:type}, the elements below the wrapper no namespace.
 */
final class SoapAnswer {
  private static final String ENCODING = "UTF-8";
  private static final int USUAL_ANSWER_BYTES = 512;

  private SoapAnswer() {}

  /** What is written into the body. */
  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static Answer result(String method, String namespace, Object result) {
    return envelope(
        200,
        xml -> {
          xml.writeStartElement("ns", method + "Response", namespace);
          xml.writeNamespace("ns", namespace);
          if (result instanceof String text) {
            writeText(method + "Return", text, xml);
          } else {
            writeTree(method + "Return", RpcMapper.MAPPER.valueToTree(result), xml);
          }
          xml.writeEndElement();
        });
  }

  static Answer fault(SoapFault fault) {
    return envelope(
        500,
        xml -> {
          xml.writeStartElement(SoapFault.PREFIX, "Fault", Soap.ENVELOPE);
          writeText("faultcode", fault.faultCode(), xml);
          writeText("faultstring", fault.faultString(), xml);
          xml.writeStartElement("detail");
          writeText("errorCode", fault.error().code(), xml);
          writeText("code", Integer.toString(fault.error().number()), xml);
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static Answer envelope(int status, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_ANSWER_BYTES);
    try {
      XMLStreamWriter xml = Soap.WRITER.createXMLStreamWriter(bytes, ENCODING);
      xml.writeStartDocument(ENCODING, "1.0");
      xml.writeStartElement(SoapFault.PREFIX, "Envelope", Soap.ENVELOPE);
      xml.writeNamespace(SoapFault.PREFIX, Soap.ENVELOPE);
      xml.writeNamespace("xsi", Soap.SCHEMA_INSTANCE);
      xml.writeStartElement(SoapFault.PREFIX, "Body", Soap.ENVELOPE);
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException("An answer cannot be written as XML", unwritable);
    }
    return Answer.of(status, Soap.CONTENT_TYPE, bytes.toByteArray()).notStored();
  }

  private static void writeText(String name, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
  }

  private static void writeTree(String name, JsonNode value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (value.isNull()) {
      xml.writeAttribute("xsi", Soap.SCHEMA_INSTANCE, "nil", "true");
    } else if (value.isArray()) {
      for (JsonNode item : value) {
        writeTree("item", item, xml);
      }
    } else if (value.isObject()) {
      for (var field : value.properties()) {
        writeTree(field.getKey(), field.getValue(), xml);
      }
    } else {
      xml.writeCharacters(XmlText.of(value.asText()));
    }
    xml.writeEndElement();
  }
}
