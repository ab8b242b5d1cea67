package org.billingsso.signon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a back end opened by proving who it is. It lives for a fixed time, however much it is used.
 *
 * @param tenant the merchant or site that opened it
 * @param startedAt when it was opened, to the millisecond
 * @param expiresAt the first moment at which it is over
 * @param notes what its calls have set, such as the current partner
 */
public record ApiSession(
    String tenant, Instant startedAt, Instant expiresAt, Map<String, String> notes) {
  /** The note that tells when it was ended, in milliseconds since 1970. */
  private static final String ENDED = "ended";

  public ApiSession {
    notes = Map.copyOf(notes);
  }

  /** When it was ended before its time was over, if it was. */
  Optional<Instant> end() {
    return Optional.ofNullable(notes.get(ENDED)).map(Long::valueOf).map(Instant::ofEpochMilli);
  }

  ApiSession endedAt(Instant moment) {
    return noting(ENDED, Long.toString(moment.toEpochMilli()));
  }

  ApiSession noting(String name, String value) {
    Map<String, String> more = new HashMap<>(notes);
    more.put(name, value);
    return new ApiSession(tenant, startedAt, expiresAt, more);
  }
}
