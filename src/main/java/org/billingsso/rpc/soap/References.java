package org.billingsso.rpc.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The values that a message holds once and refers to: SOAP 1.1, section 5.2.1. Whatever is referred
 * to is there, once, and whatever is there is referred to.
 */
final class References {
  private final Map<String, JsonNode> values = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** Notes that something refers there; null where it does not. */
  void use(@Nullable String reference) {
    if (reference != null) {
      used.add(reference);
    }
  }

  /** Takes the value of that id. */
  void define(String id, JsonNode value) throws SoapFault {
    if (values.put("#" + id, value) != null) {
      throw fault("two elements of the body have the same id", id);
    }
  }

  /** Looks whether references and values fit, once all are known. */
  void check() throws SoapFault {
    for (String reference : used) {
      if (!values.containsKey(reference)) {
        throw fault("a reference leads to nothing in the body", reference);
      }
    }
    for (String reference : values.keySet()) {
      if (!used.contains(reference)) {
        throw fault("nothing refers to an element behind the call", reference);
      }
    }
  }

  /** The value that is referred to. */
  JsonNode valueOf(String reference) {
    JsonNode value = values.get(reference);
    if (value == null) {
      throw new IllegalStateException("The references were not checked");
    }
    return value;
  }

  private static SoapFault fault(String rule, String seen) {
    return SoapFault.client(
        "The references in the message lead to nothing, or to more than one value",
        Diagnosis.of(rule).seen(seen));
  }
}
