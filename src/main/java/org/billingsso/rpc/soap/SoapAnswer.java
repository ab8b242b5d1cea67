package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import com.sun.xml.ws.message.EmptyMessageImpl;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A message that goes out: an envelope that writes itself and that nobody reads before. */
abstract class SoapAnswer extends EmptyMessageImpl {
  static final String ENCODING = "UTF-8";

  SoapAnswer(SOAPVersion version) {
    super(version);
  }

  /** Its status in HTTP. */
  abstract int status();

  @Override
  public boolean isFault() {
    return status() >= 400;
  }

  @Override
  public final void writeTo(XMLStreamWriter xml) throws XMLStreamException {
    String envelope = getSOAPVersion().nsUri;
    xml.writeStartDocument(ENCODING, "1.0");
    xml.writeStartElement(Soap.PREFIX, "Envelope", envelope);
    xml.writeNamespace(Soap.PREFIX, envelope);
    xml.writeNamespace("xsi", Soap.SCHEMA_INSTANCE);
    xml.writeStartElement(Soap.PREFIX, "Body", envelope);
    writePayloadTo(xml);
    xml.writeEndDocument();
  }

  static void writeText(String name, String text, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
  }
}
