package org.billingsso.rpc.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import javax.xml.stream.XMLInputFactory;

/** Names of SOAP 1.1, and the parser and writer of its XML. */
final class Soap {
  static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  static final String CONTENT_TYPE = "text/xml; charset=utf-8";

  static final WstxInputFactory READER = reader();
  static final WstxOutputFactory WRITER = new WstxOutputFactory();

  private static final int DEEPEST_ELEMENT = 32;

  /** A call has some ten; a client that sends lists and values to refer to, some hundred. */
  private static final int MOST_ELEMENTS = 1_000;

  /** With namespaces, which are looked through for every prefix below. */
  private static final int MOST_ATTRIBUTES = 50;

  private Soap() {}

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
