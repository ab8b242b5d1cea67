package org.billingsso.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import java.util.Map;
import java.util.Set;

/**
 * The methods that can be called, and what their annotations do not say.
 *
 * @param platform what outcomes call the API
 * @param api an interface whose methods have a {@link JsonRpcMethod}, and each of their parameters
 *     a {@link JsonRpcParam}
 * @param otherNames names that methods are called by beside their own, which each leads to
 * @param secrets the parameters that no outcome shows, in lower case
 * @param onlyTexts the parameters that take a text and no number for one, in lower case
 */
public record ApiContract<T>(
    String platform,
    Class<T> api,
    Map<String, String> otherNames,
    Set<String> secrets,
    Set<String> onlyTexts) {

  public ApiContract {
    otherNames = Map.copyOf(otherNames);
    secrets = Set.copyOf(secrets);
    onlyTexts = Set.copyOf(onlyTexts);
  }

  /** One of which the annotations say everything. */
  public static <T> ApiContract<T> of(String platform, Class<T> api) {
    return new ApiContract<>(platform, api, Map.of(), Set.of(), Set.of());
  }
}
