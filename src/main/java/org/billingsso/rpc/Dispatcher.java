package org.billingsso.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.billingsso.http.Exchange;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.billingsso.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method that a call names, binds its arguments and calls it: the same for every
 * envelope. Whatever fails, the result is an {@link ApiRefusal}; whatever comes of a call, its
 * {@link Outcome} is told.
 *
 * @param <T> the interface whose methods can be called
 */
public final class Dispatcher<T> {
  private static final String NO_METHOD = "(no call)";

  private final String platform;
  private final Map<String, BoundMethod> methods = new HashMap<>();
  private final MethodServer server;
  private final Function<Exchange, T> service;
  private final Supplier<ApiRefusal> internalError;

  /**
   * @param contract what can be called
   * @param service what does it, for the caller of one exchange
   * @param internalError what a client is told when the fault is ours
   */
  public Dispatcher(
      ApiContract<T> contract, Function<Exchange, T> service, Supplier<ApiRefusal> internalError) {
    this.platform = contract.platform();
    this.server = new MethodServer(contract.api());
    this.service = service;
    this.internalError = internalError;
    for (Method method : contract.api().getMethods()) {
      JsonRpcMethod annotation = method.getAnnotation(JsonRpcMethod.class);
      if (annotation != null) {
        methods.put(annotation.value(), new BoundMethod(annotation.value(), method, contract));
      }
    }
    contract.otherNames().forEach((other, name) -> methods.put(other, methods.get(name)));
  }

  /**
   * Makes the call.
   *
   * @param protocol what outcomes call the envelope
   * @return what the method returned, never null
   * @throws ApiRefusal where it cannot be made or its method refused it
   */
  public Object call(Call call, String protocol, Exchange exchange) {
    try {
      BoundMethod method = method(call);
      Object result =
          server.call(method.name(), method.bind(call.arguments()), service.apply(exchange));
      tell(exchange, protocol, call, null);
      return Objects.requireNonNull(result, method.name());
    } catch (ApiRefusal refused) {
      tell(exchange, protocol, call, refused);
      throw refused;
    } catch (StoreException unavailable) {
      String why = String.valueOf(unavailable.getMessage());
      exchange.tell(new Outcome.Unavailable(exchange.now(), exchange.client(), name(call), why));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
      exchange.tell(new Outcome.Failed(exchange.now(), exchange.client(), name(call), failure));
    }
    throw internalError.get();
  }

  /** Tells that something that came in that envelope was refused before it was a call. */
  public void refused(ApiRefusal refusal, String protocol, Exchange exchange) {
    tell(exchange, protocol, new Call(NO_METHOD, new Arguments()), refusal);
  }

  private BoundMethod method(Call call) {
    BoundMethod method = methods.get(call.method());
    if (method == null) {
      throw ProtocolError.METHOD_NOT_FOUND.because(
          Diagnosis.of("the call names no method of this API, whose names are case sensitive")
              .seen(call.method())
              .expected(String.join(", ", new TreeSet<>(methods.keySet()))));
    }
    return method;
  }

  private String name(Call call) {
    return platform + " " + Diagnosis.brief(call.method());
  }

  private void tell(Exchange exchange, String protocol, Call call, @Nullable ApiRefusal refusal) {
    BoundMethod method = methods.get(call.method());
    exchange.tell(
        new Outcome.Called(
            exchange.now(),
            exchange.client(),
            platform,
            protocol,
            Diagnosis.brief(call.method()),
            exchange.callerName(),
            method == null ? Map.of() : method.shown(call.arguments()),
            Optional.ofNullable(refusal)));
  }
}
