package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import com.sun.xml.ws.message.AttachmentSetImpl;
import com.sun.xml.ws.message.stream.StreamMessage;
import jakarta.xml.ws.WebServiceException;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.billingsso.http.UnicodeText;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.soap.CallReader.SoapCall;

/** A message that came in, of SOAP 1.1 or 1.2. The JAX-WS runtime reads its envelope. */
final class SoapRequest extends StreamMessage {
  private static final String NOT_XML = "The message is not well-formed XML";

  private final XMLStreamReader xml;
  private final boolean envelopeIsEncoded;

  private SoapRequest(SOAPVersion version, XMLStreamReader xml) {
    super(version, xml, new AttachmentSetImpl());
    this.xml = xml;
    this.envelopeIsEncoded =
        Soap.isEncoding(xml.getAttributeValue(version.nsUri, CallReader.ENCODING_STYLE));
  }

  /**
   * Begins to read a message.
   *
   * @param charset what the HTTP header says of it, for a message that does not tell by itself
   * @throws SoapFault where it does not begin as an envelope, or has a document type
   */
  static SoapRequest open(byte[] message, Optional<String> charset) throws SoapFault {
    try {
      XMLStreamReader xml = reader(message, charset);
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
          throw CallReader.documentType();
        }
      }
      QName root = xml.getName();
      if (!root.getLocalPart().equals("Envelope")) {
        throw SoapFault.client(
            "The message is no SOAP envelope",
            Diagnosis.of("the message is no SOAP envelope").seen(root.toString()));
      }
      SOAPVersion version =
          Stream.of(SOAPVersion.SOAP_11, SOAPVersion.SOAP_12)
              .filter(each -> each.nsUri.equals(root.getNamespaceURI()))
              .findFirst()
              .orElseThrow(() -> SoapFault.versionMismatch(root.getNamespaceURI()));
      return new SoapRequest(version, xml);
    } catch (XMLStreamException malformed) {
      throw malformed(malformed);
    }
  }

  private static XMLStreamReader reader(byte[] message, Optional<String> charset)
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

  /**
   * Reads the one call in it, to the end of the message.
   *
   * @throws SoapFault where it is not well-formed, holds no call or more than one, or has a header
   *     that must be understood
   */
  SoapCall call() throws SoapFault {
    try {
      refuseWhatMustBeUnderstood();
      if (!hasPayload()) {
        throw SoapFault.client("The body holds no call");
      }
      String ofBody = bodyTag.atts.getValue(getSOAPVersion().nsUri, CallReader.ENCODING_STYLE);
      boolean isEncoded = envelopeIsEncoded || Soap.isEncoding(ofBody);
      return new CallReader(readPayload(), getSOAPVersion(), isEncoded).read();
    } catch (XMLStreamException malformed) {
      throw malformed(malformed);
    } catch (WebServiceException notAnEnvelope) {
      if (notAnEnvelope.getCause() instanceof XMLStreamException malformed) {
        throw malformed(malformed);
      }
      throw SoapFault.client(
          "The envelope has no body where one belongs",
          Diagnosis.of("the envelope has no body where one belongs"));
    }
  }

  /** Lets go of the parser. */
  void close() {
    try {
      xml.close();
    } catch (XMLStreamException unclosed) {
      throw new IllegalStateException("Nothing fails in memory", unclosed);
    }
  }

  private void refuseWhatMustBeUnderstood() throws SoapFault {
    if (!hasHeaders()) {
      return;
    }
    Set<String> roles = new HashSet<>(getSOAPVersion().requiredRoles);
    Set<QName> headers = getHeaders().getNotUnderstoodHeaders(roles, Set.of(), null);
    if (headers != null && !headers.isEmpty()) {
      throw SoapFault.mustUnderstand(Diagnosis.brief(headers.iterator().next().getLocalPart()));
    }
  }

  private static SoapFault malformed(XMLStreamException malformed) {
    return SoapFault.client(NOT_XML, Diagnosis.of("the message is not XML").seen(place(malformed)));
  }

  /** Where it ceases to be XML, without what is there, which may be a secret. */
  private static String place(XMLStreamException malformed) {
    var location = malformed.getLocation();
    return location == null
        ? "something else"
        : "something else at line %d, column %d"
            .formatted(location.getLineNumber(), location.getColumnNumber());
  }
}
