package org.billingsso.rpc.soap;

import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.billingsso.rpc.RpcMapper;

/** Writes values without {@code xsi:type}, in elements of no namespace. */
final class PlainValues {
  private PlainValues() {}

  static void write(String name, Object value, XMLStreamWriter xml) throws XMLStreamException {
    if (value instanceof String text) {
      SoapAnswer.writeText(name, text, xml);
    } else {
      writeTree(name, RpcMapper.MAPPER.valueToTree(value), xml);
    }
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
