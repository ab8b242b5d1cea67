package org.billingsso.rpc.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.sun.xml.ws.api.SOAPVersion;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import org.jspecify.annotations.Nullable;

/** Names of SOAP, and the parser and writer of its XML. */
final class Soap {
  static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
  static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** The encoding of SOAP 1.1, section 5, and that of SOAP 1.2, part 2, section 3. */
  static final String ENCODING_11 = "http://schemas.xmlsoap.org/soap/encoding/";

  static final String ENCODING_12 = "http://www.w3.org/2003/05/soap-encoding";

  /** The prefix that answers bind to the envelope's namespace. */
  static final String PREFIX = "soap";

  /** Reads messages, which strangers write. */
  static final WstxInputFactory READER = reader();

  /** Reads descriptions, which are ours. */
  static final WstxInputFactory DESCRIPTIONS = new WstxInputFactory();

  static final WstxOutputFactory WRITER = writer();

  private static final Set<String> ENCODINGS = Set.of(ENCODING_11, ENCODING_12);
  private static final int DEEPEST_ELEMENT = 32;

  /** A call has some ten; a client that sends lists and values to refer to, some hundred. */
  private static final int MOST_ELEMENTS = 1_000;

  /** With namespaces, which are looked through for every prefix below. */
  private static final int MOST_ATTRIBUTES = 50;

  private Soap() {}

  /** Whether an {@code encodingStyle} says that values tell their types. */
  static boolean isEncoding(@Nullable String encodingStyle) {
    return encodingStyle != null && ENCODINGS.contains(encodingStyle);
  }

  /** What a message of that version is called in HTTP. */
  static String contentType(SOAPVersion version) {
    return version == SOAPVersion.SOAP_12
        ? "application/soap+xml; charset=utf-8"
        : "text/xml; charset=utf-8";
  }

  private static WstxOutputFactory writer() {
    WstxOutputFactory factory = new WstxOutputFactory();
    // Only a writer that closes what it writes into gives its buffer back for the next.
    factory.getConfig().doAutoCloseOutput(true);
    return factory;
  }

  private static WstxInputFactory reader() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.configureForSpeed();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Otherwise malformed text is told by an unchecked exception where it is looked at.
    factory.getConfig().doParseLazily(false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST_ELEMENT);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
    return factory;
  }
}
