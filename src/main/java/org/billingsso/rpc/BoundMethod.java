package org.billingsso.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;

/**
 * The parameters of a method that can be called, read from the annotations once. One of the type
 * {@code String} gets the text of what was sent, {@code ""} where nothing was, and null for null;
 * one of another type what was sent.
 */
final class BoundMethod {
  private static final String MASK = "***";
  private static final JsonNode NOTHING = TextNode.valueOf("");

  private final String name;
  private final ApiContract<?> contract;
  private final Map<String, Integer> positionByName = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Class<?>> types = new ArrayList<>();

  /**
   * @param name what the library finds it by
   */
  BoundMethod(String name, Method method, ApiContract<?> contract) {
    this.name = name;
    this.contract = contract;
    for (Parameter parameter : method.getParameters()) {
      JsonRpcParam param = parameter.getAnnotation(JsonRpcParam.class);
      if (param == null) {
        throw new IllegalArgumentException(parameter + " of " + method + " has no name");
      }
      positionByName.put(param.value().toLowerCase(Locale.ROOT), names.size());
      names.add(param.value());
      types.add(parameter.getType());
    }
  }

  /** What the library finds it by. */
  String name() {
    return name;
  }

  /**
   * A value for each parameter, in their order.
   *
   * @throws ApiRefusal where the arguments are not for these parameters
   */
  ArrayNode bind(Arguments arguments) {
    arguments.fitTo(positionByName);
    ArrayNode values = JsonNodeFactory.instance.arrayNode(names.size());
    positionByName.forEach(
        (name, position) -> values.add(value(name, position, arguments.find(position, name))));
    return values;
  }

  private JsonNode value(String name, int position, Optional<JsonNode> argument) {
    if (types.get(position) != String.class) {
      return argument.orElseGet(NullNode::getInstance);
    }
    JsonNode sent = argument.orElse(NOTHING);
    if (sent.isTextual() || sent.isNull()) {
      return sent;
    }
    return contract.onlyTexts().contains(name)
        ? NullNode.getInstance()
        : TextNode.valueOf(text(sent));
  }

  /** The arguments by the names of the parameters, as texts; those of secret parameters masked. */
  Map<String, String> shown(Arguments arguments) {
    Map<String, String> shown = new LinkedHashMap<>();
    positionByName.forEach(
        (name, position) -> {
          Optional<JsonNode> argument = arguments.find(position, name);
          if (argument.isPresent()) {
            boolean isSecret = contract.secrets().contains(name);
            String value = isSecret ? MASK : Diagnosis.brief(text(argument.get()));
            shown.put(names.get(position), value);
          }
        });
    return shown;
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : ContainerText.of(value);
  }
}
