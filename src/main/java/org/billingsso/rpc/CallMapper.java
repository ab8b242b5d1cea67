package org.billingsso.rpc;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads arguments for jsonrpc4j, and leaves results as they are, so that each is made into JSON or
 * XML once, by its envelope.
 */
final class CallMapper extends ObjectMapper {
  private static final long serialVersionUID = 1;

  /** One for each type of a parameter, which the library asks for at each call. */
  private final transient Map<JavaType, ObjectReader> readers = new ConcurrentHashMap<>();

  CallMapper() {
    enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
  }

  @Override
  public ObjectReader readerFor(JavaType type) {
    ObjectReader known = readers.get(type);
    return known == null ? readers.computeIfAbsent(type, super::readerFor) : known;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As in the class above.
  public <N extends JsonNode> N valueToTree(@Nullable Object value) {
    return (N) new POJONode(value);
  }
}
