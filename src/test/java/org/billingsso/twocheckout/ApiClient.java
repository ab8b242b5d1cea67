package org.billingsso.twocheckout;

import org.jspecify.annotations.Nullable;

/** Calls the API's methods over HTTP, by position. Both protocols have the same face. */
interface ApiClient {
  Outcome call(String method, @Nullable Object... arguments);
}
