package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import com.sun.xml.ws.api.message.Packet;
import com.sun.xml.ws.api.pipe.Codec;
import com.sun.xml.ws.api.pipe.ContentType;
import com.sun.xml.ws.encoding.ContentTypeImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Reads and writes messages of SOAP 1.1 and 1.2 for the JAX-WS runtime, by a parser that refuses
 * what no call needs, and whatever the content type says.
 */
final class SoapCodec implements Codec {
  private static final ContentType TYPE_11 = type(SOAPVersion.SOAP_11);
  private static final ContentType TYPE_12 = type(SOAPVersion.SOAP_12);

  private static ContentType type(SOAPVersion version) {
    return new ContentTypeImpl(Soap.contentType(version), null, null, "utf-8");
  }

  /** Puts what came in, or what is wrong with its beginning, into the packet. */
  @Override
  public void decode(InputStream in, String contentType, Packet packet) {
    ExchangeConnection connection = ExchangeConnection.of(packet);
    try {
      packet.setMessage(SoapRequest.open(connection.message(), connection.exchange().charset()));
    } catch (SoapFault noEnvelope) {
      packet.setMessage(new FaultAnswer(SOAPVersion.SOAP_11, noEnvelope));
    }
  }

  @Override
  public ContentType getStaticContentType(Packet packet) {
    SoapAnswer answer = ExchangeConnection.of(packet).answerIn(packet);
    return answer.getSOAPVersion() == SOAPVersion.SOAP_12 ? TYPE_12 : TYPE_11;
  }

  @Override
  public ContentType encode(Packet packet, OutputStream out) throws IOException {
    SoapAnswer answer = ExchangeConnection.of(packet).answerIn(packet);
    try {
      XMLStreamWriter xml = Soap.WRITER.createXMLStreamWriter(out, SoapAnswer.ENCODING);
      answer.writeTo(xml);
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IOException("An answer cannot be written as XML", unwritable);
    }
    return getStaticContentType(packet);
  }

  @Override
  public Codec copy() {
    return this;
  }

  @Override
  public String getMimeType() {
    return "text/xml";
  }

  @Override
  public ContentType encode(Packet packet, WritableByteChannel buffer) {
    throw new UnsupportedOperationException("Messages are written into memory");
  }

  @Override
  public void decode(ReadableByteChannel in, String contentType, Packet packet) {
    throw new UnsupportedOperationException("Messages are read from memory");
  }
}
