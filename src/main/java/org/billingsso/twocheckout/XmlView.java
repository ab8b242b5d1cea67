package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * How a JAX-WS client reads an object of the API, or a list of them, out of an answer. JAXB alone
 * makes no records.
 */
abstract class XmlView<T> extends XmlAdapter<Object, T> {
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final JsonMapper JSON = new JsonMapper();

  private final Class<T> type;

  XmlView(Class<T> type) {
    this.type = type;
  }

  static final class OfCustomer extends XmlView<CustomerView> {
    OfCustomer() {
      super(CustomerView.class);
    }
  }

  static final class OfSubscription extends XmlView<SubscriptionView> {
    OfSubscription() {
      super(SubscriptionView.class);
    }
  }

  static final class OfSubscriptions extends XmlView<SubscriptionView[]> {
    OfSubscriptions() {
      super(SubscriptionView[].class);
    }
  }

  static final class OfPartner extends XmlView<PartnerView> {
    OfPartner() {
      super(PartnerView.class);
    }
  }

  static final class OfPartners extends XmlView<PartnerView[]> {
    OfPartners() {
      super(PartnerView[].class);
    }
  }

  @Override
  public T unmarshal(Object answer) {
    return JSON.convertValue(
        type.isArray() ? list((Element) answer) : value((Element) answer), type);
  }

  @Override
  public Object marshal(T value) {
    throw new UnsupportedOperationException("No method takes one");
  }

  private static ArrayNode list(Element element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    children(element).forEach(item -> list.add(value(item)));
    return list;
  }

  private static JsonNode value(Element element) {
    if (element.getAttributeNS(INSTANCE, "nil").equals("true")) {
      return NullNode.getInstance();
    }
    List<Element> members = children(element);
    if (members.isEmpty()) {
      return TextNode.valueOf(element.getTextContent());
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    members.forEach(member -> object.set(member.getLocalName(), value(member)));
    return object;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
