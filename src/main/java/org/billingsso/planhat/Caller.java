package org.billingsso.planhat;

import java.util.Optional;
import org.billingsso.directory.ApiToken;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.directory.Tenant;
import org.billingsso.http.Authorization;
import org.billingsso.http.Incoming;

/**
 * The back end that makes a call.
 *
 * @param tenant whose end users it sees
 * @param token what it presented
 */
record Caller(Tenant tenant, ApiToken token) {

  /** Who makes that call; empty where it presents no token of a tenant. */
  static Optional<Caller> of(Incoming request, Directory directory) {
    return Authorization.of(request).flatMap(Caller::token).flatMap(token -> of(token, directory));
  }

  private static Optional<Caller> of(Secret token, Directory directory) {
    return directory
        .tenantOfToken(token)
        .flatMap(tenant -> tenant.token(token).map(known -> new Caller(tenant, known)));
  }

  /** The token of {@code Bearer TOKEN} or of {@code Basic base64("TOKEN:")}, colon and all. */
  private static Optional<Secret> token(Authorization given) {
    Optional<String> token = Optional.empty();
    if (given instanceof Authorization.Bearer bearer) {
      token = Optional.of(bearer.token());
    } else if (given instanceof Authorization.Basic basic) {
      token = basic.decoded().filter(text -> text.contains(":")).flatMap(text -> basic.user());
    }
    return token.filter(text -> !text.isEmpty()).map(Secret::of);
  }
}
