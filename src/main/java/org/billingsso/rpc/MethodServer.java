package org.billingsso.rpc;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.googlecode.jsonrpc4j.ErrorResolver.JsonError;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import org.jspecify.annotations.Nullable;

/**
 * Has jsonrpc4j find a method of an interface and call it. What goes through the library is the
 * call alone: the result and what was thrown come out as they are.
 */
final class MethodServer extends JsonRpcBasicServer {
  /** One for all worlds, since it knows many types. */
  private static final CallMapper MAPPER = new CallMapper();

  private static final int ID_OF_NO_INTEREST = 1;

  /** One call, which the library makes on the thread that asks for it. */
  private static final class Running {
    private final Object service;
    private @Nullable Throwable thrown;

    Running(Object service) {
      this.service = service;
    }
  }

  private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();

  /**
   * @param api whose methods are found
   */
  MethodServer(Class<?> api) {
    super(MAPPER, null, api);
    setBackwardsCompatible(false);
    setShouldLogInvocationErrors(false);
    setErrorResolver(
        (thrown, method, arguments) -> {
          RUNNING.get().thrown = thrown;
          return JsonError.INTERNAL_ERROR;
        });
  }

  @Override
  protected Object getHandler(@Nullable String serviceName) {
    return RUNNING.get().service;
  }

  /**
   * Calls a method of that service.
   *
   * @param method a name of one, since the library remembers each that it is asked for
   * @param arguments one for each parameter
   * @return what the method returned
   * @throws RuntimeException what it threw, as does any error
   */
  @Nullable Object call(String method, ArrayNode arguments, Object service) {
    Running call = new Running(service);
    RUNNING.set(call);
    JsonNode response;
    try {
      response = handleJsonNodeRequest(request(method, arguments)).getResponse();
    } catch (JsonParseException | JsonMappingException unreadable) {
      throw ProtocolError.INVALID_PARAMS.because("an argument is not of its parameter's type");
    } finally {
      RUNNING.remove();
    }
    if (call.thrown instanceof RuntimeException failure) {
      throw failure;
    }
    if (call.thrown instanceof Error error) {
      throw error;
    }
    if (call.thrown != null) {
      throw new IllegalStateException(method + " failed", call.thrown);
    }
    if (response.get(RESULT) instanceof POJONode result) {
      return result.getPojo();
    }
    throw ProtocolError.INVALID_PARAMS.because("an argument is not of its parameter's type");
  }

  private static ObjectNode request(String method, ArrayNode arguments) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put(JSONRPC, VERSION).put(ID, ID_OF_NO_INTEREST).put(METHOD, method);
    request.set(PARAMS, arguments);
    return request;
  }
}
