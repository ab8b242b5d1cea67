package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A fault: SOAP 1.1, section 4.4, with the error's bare code for the fault code, or SOAP 1.2, part
 * 1, section 5.4, with that code for the subcode.
 */
final class FaultAnswer extends SoapAnswer {
  private final SoapFault fault;

  FaultAnswer(SOAPVersion version, SoapFault fault) {
    super(version);
    this.fault = fault;
  }

  SoapFault fault() {
    return fault;
  }

  /** SOAP 1.1, section 6.2; SOAP 1.2, part 2, table 20. */
  @Override
  int status() {
    boolean isSenders = fault.faultCode() == SoapFault.FaultCode.CLIENT;
    return isSenders && getSOAPVersion() == SOAPVersion.SOAP_12 ? 400 : 500;
  }

  @Override
  public void writePayloadTo(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(Soap.PREFIX, "Fault", getSOAPVersion().nsUri);
    if (getSOAPVersion() == SOAPVersion.SOAP_12) {
      write12(xml);
    } else {
      write11(xml);
    }
    xml.writeEndElement();
  }

  private void write11(XMLStreamWriter xml) throws XMLStreamException {
    writeText(
        "faultcode", fault.isOfProtocol() ? fault.faultCode().in11() : fault.error().code(), xml);
    writeText("faultstring", fault.faultString(), xml);
    xml.writeStartElement("detail");
    writeDetail(xml);
    xml.writeEndElement();
  }

  private void write12(XMLStreamWriter xml) throws XMLStreamException {
    String envelope = getSOAPVersion().nsUri;
    xml.writeStartElement(Soap.PREFIX, "Code", envelope);
    writeValue(fault.faultCode().in12(), xml);
    xml.writeStartElement(Soap.PREFIX, "Subcode", envelope);
    writeValue(fault.error().code(), xml);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(Soap.PREFIX, "Reason", envelope);
    xml.writeStartElement(Soap.PREFIX, "Text", envelope);
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
    xml.writeCharacters(XmlText.of(fault.faultString()));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(Soap.PREFIX, "Detail", envelope);
    writeDetail(xml);
    xml.writeEndElement();
  }

  private void writeValue(String value, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(Soap.PREFIX, "Value", getSOAPVersion().nsUri);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void writeDetail(XMLStreamWriter xml) throws XMLStreamException {
    writeText("errorCode", fault.error().code(), xml);
    writeText("code", Integer.toString(fault.error().number()), xml);
  }
}
