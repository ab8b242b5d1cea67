package org.billingsso.rpc;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.billingsso.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the method that a call names, binds its arguments and calls it: the same for every
 * envelope. Whatever fails, the outcome is an {@link ApiError}.
 */
public final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Map<String, BoundMethod> methods = new HashMap<>();
  private final Object service;
  private final Supplier<ApiError> internalError;

  /**
   * @param api the interface whose {@link RpcMethod}s can be called
   * @param service what implements it
   * @param internalError what a client is told when the fault is ours
   */
  public <T> Dispatcher(Class<T> api, T service, Supplier<ApiError> internalError) {
    this.service = service;
    this.internalError = internalError;
    for (Method method : api.getMethods()) {
      RpcMethod names = method.getAnnotation(RpcMethod.class);
      if (names != null) {
        BoundMethod bound = new BoundMethod(method);
        for (String name : names.value()) {
          methods.put(name, bound);
        }
      }
    }
  }

  /**
   * Makes the call.
   *
   * @return what the method returned, never null
   * @throws ApiError where it cannot be made or its method refused it
   */
  public Object call(Call call, Caller caller) {
    BoundMethod method = methods.get(call.method());
    if (method == null) {
      log.info("A call from {} names no method of this API", caller.address());
      throw ApiError.methodNotFound();
    }
    try {
      return method.call(service, caller, call.arguments());
    } catch (ApiError refused) {
      Optional<String> why = refused.diagnosis();
      log.info(
          "{} from {} was refused with {}: {}",
          call.method(),
          caller.address(),
          refused.name(),
          why.orElse(refused.message()));
      throw refused;
    } catch (StoreException unavailable) {
      log.error(
          "{} from {} failed, since the store did not do its work: {}",
          call.method(),
          caller.address(),
          unavailable.getMessage());
      throw internalError.get();
    } catch (RuntimeException failure) {
      log.error("{} failed: please report this", call.method(), failure);
      throw internalError.get();
    }
  }
}
