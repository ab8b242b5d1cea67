package org.billingsso.twocheckout;

import org.billingsso.directory.Secret;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;

/** A merchant's back end that has logged in: each of its calls begins with the session's id. */
record Backend(ApiClient client, String session) {

  /** Logs in. */
  static Backend of(ApiClient client, String merchantCode, String secretKey, LoginDate date) {
    String hash =
        LoginHash.compute(
            HashAlgorithm.SHA256, Secret.of(secretKey), merchantCode, date.toString());
    return new Backend(
        client, client.call("login", merchantCode, date.toString(), hash).answer().textValue());
  }

  Outcome call(String method, @Nullable Object... arguments) {
    @Nullable Object[] all = new Object[arguments.length + 1];
    all[0] = session;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return client.call(method, all);
  }

  /** What a call that makes a link answered. */
  String url(String method, @Nullable Object... arguments) {
    return call(method, arguments).answer().textValue();
  }

  /** The token in what such a call answered. */
  Token token(String method, @Nullable Object... arguments) {
    return new Token(url(method, arguments).replaceFirst(".*[?&]logintoken=([0-9a-f]+)$", "$1"));
  }

  /** The same back end, for whose session that partner is set. */
  Backend forPartner(String partnerCode) {
    call("setPartner", partnerCode).answer();
    return this;
  }
}
