package org.billingsso.rpc.soap;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.xml.ws.api.SOAPVersion;
import jakarta.xml.bind.annotation.XmlType;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.billingsso.rpc.RpcMapper;

/**
 * Writes values that tell their types, as SOAP 1.1, section 5, or SOAP 1.2, part 2, section 3, have
 * it. A member of an object that is an object is of the type of the member's name.
 */
final class EncodedValues {
  private static final String OURS = "ns:";

  private final boolean is12;
  private final String encoding;
  private final XMLStreamWriter xml;

  /**
   * @param xml in an element that binds the prefix ns
   */
  EncodedValues(SOAPVersion version, XMLStreamWriter xml) {
    this.is12 = version == SOAPVersion.SOAP_12;
    this.encoding = is12 ? Soap.ENCODING_12 : Soap.ENCODING_11;
    this.xml = xml;
  }

  /** Says in the element around it how it is encoded, and writes it. */
  void write(String name, Object value) throws XMLStreamException {
    xml.writeNamespace("xsd", Soap.SCHEMA);
    xml.writeNamespace("enc", encoding);
    xml.writeAttribute(
        Soap.PREFIX,
        is12 ? SOAPVersion.SOAP_12.nsUri : SOAPVersion.SOAP_11.nsUri,
        CallReader.ENCODING_STYLE,
        encoding);
    Class<?> type = value.getClass();
    writeTree(
        name,
        RpcMapper.MAPPER.valueToTree(value),
        typeName(type.isArray() ? type.getComponentType() : type));
  }

  private static String typeName(Class<?> type) {
    XmlType named = type.getAnnotation(XmlType.class);
    return named == null ? type.getSimpleName() : named.name();
  }

  private void writeTree(String name, JsonNode value, String typeName) throws XMLStreamException {
    xml.writeStartElement(name);
    if (value.isNull()) {
      xml.writeAttribute("xsi", Soap.SCHEMA_INSTANCE, "nil", "true");
    } else if (value.isArray()) {
      writeType("enc:Array");
      writeSize(OURS + typeName, value.size());
      for (JsonNode item : value) {
        writeTree("item", item, typeName);
      }
    } else if (value.isObject()) {
      writeType(OURS + typeName);
      for (var field : value.properties()) {
        writeTree(field.getKey(), field.getValue(), field.getKey());
      }
    } else {
      writeType(simpleType(value));
      xml.writeCharacters(XmlText.of(value.asText()));
    }
    xml.writeEndElement();
  }

  private void writeType(String type) throws XMLStreamException {
    xml.writeAttribute("xsi", Soap.SCHEMA_INSTANCE, "type", type);
  }

  private void writeSize(String itemType, int size) throws XMLStreamException {
    if (is12) {
      xml.writeAttribute("enc", encoding, "itemType", itemType);
      xml.writeAttribute("enc", encoding, "arraySize", Integer.toString(size));
    } else {
      xml.writeAttribute("enc", encoding, "arrayType", itemType + "[" + size + "]");
    }
  }

  private static String simpleType(JsonNode value) {
    if (value.isBoolean()) {
      return "xsd:boolean";
    }
    if (!value.isNumber()) {
      return "xsd:string";
    }
    return value.isInt() ? "xsd:int" : "xsd:double";
  }
}
