package org.billingsso.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/** A callable method with its parameters, read from the annotations once. */
final class BoundMethod {
  private static final String MASK = "***";

  private final Method method;
  private final Map<String, Integer> positionByName = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Class<?>> types = new ArrayList<>();

  BoundMethod(Method method) {
    this.method = method;
    for (Parameter parameter : method.getParameters()) {
      RpcParam param = parameter.getAnnotation(RpcParam.class);
      Class<?> type = parameter.getType();
      if (param == null || (type != String.class && type != JsonNode.class)) {
        throw new IllegalArgumentException(parameter + " of " + method + " cannot be bound");
      }
      positionByName.put(param.value().toLowerCase(Locale.ROOT), types.size());
      names.add(param.value());
      types.add(type);
    }
  }

  Object call(Object service, Arguments arguments) {
    arguments.check(positionByName);
    @Nullable Object[] values = new Object[types.size()];
    positionByName.forEach(
        (name, position) ->
            values[position] = bind(arguments.find(position, name), types.get(position)));
    return invoke(service, values);
  }

  /** The arguments by the names of the parameters, as texts; those of secret parameters masked. */
  Map<String, String> shown(Arguments arguments, Set<String> secrets) {
    Map<String, String> shown = new LinkedHashMap<>();
    positionByName.forEach(
        (name, position) -> {
          Optional<JsonNode> argument = arguments.find(position, name);
          if (argument.isPresent()) {
            String value = secrets.contains(name) ? MASK : Diagnosis.brief(text(argument.get()));
            shown.put(names.get(position), value);
          }
        });
    return shown;
  }

  private static @Nullable Object bind(Optional<JsonNode> argument, Class<?> type) {
    if (type == JsonNode.class) {
      return argument.orElse(null);
    }
    return argument.filter(value -> !value.isNull()).map(BoundMethod::text).orElse(null);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : ContainerText.of(value);
  }

  private Object invoke(Object service, @Nullable Object[] values) {
    try {
      return method.invoke(service, values);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(method.getName() + " failed", thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError("The methods of an interface are public", impossible);
    }
  }
}
