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
import org.jspecify.annotations.Nullable;

/** A callable method with its parameters, read from the annotations once. */
final class BoundMethod {
  private final Method method;
  private final boolean takesCaller;
  private final Map<String, Integer> positionByName = new LinkedHashMap<>();
  private final List<Class<?>> types = new ArrayList<>();

  BoundMethod(Method method) {
    this.method = method;
    Parameter[] parameters = method.getParameters();
    takesCaller = parameters.length > 0 && parameters[0].getType() == Caller.class;
    for (int i = takesCaller ? 1 : 0; i < parameters.length; i++) {
      RpcParam param = parameters[i].getAnnotation(RpcParam.class);
      Class<?> type = parameters[i].getType();
      if (param == null || (type != String.class && type != JsonNode.class)) {
        throw new IllegalArgumentException("Parameter " + i + " of " + method + " cannot be bound");
      }
      positionByName.put(param.value().toLowerCase(Locale.ROOT), types.size());
      types.add(type);
    }
  }

  Object call(Object service, Caller caller, Arguments arguments) {
    arguments
        .superfluous(positionByName)
        .ifPresent(
            what -> {
              throw ApiError.invalidParams("the method " + what);
            });
    int offset = takesCaller ? 1 : 0;
    @Nullable Object[] values = new Object[offset + types.size()];
    if (takesCaller) {
      values[0] = caller;
    }
    positionByName.forEach(
        (name, position) ->
            values[offset + position] = bind(arguments.find(position, name), types.get(position)));
    return invoke(service, values);
  }

  private static @Nullable Object bind(Optional<JsonNode> argument, Class<?> type) {
    if (type == JsonNode.class) {
      return argument.orElse(null);
    }
    return argument.filter(value -> !value.isNull()).map(BoundMethod::text).orElse(null);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private Object invoke(Object service, @Nullable Object[] values) {
    try {
      return method.invoke(service, values);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(method.getName() + " failed", thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError("The methods of an interface are public", impossible);
    }
  }
}
