package org.billingsso.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an {@link Endpoint} makes of a request. {@link ResponseWriter} alone knows how each of these
 * goes over the wire.
 */
public sealed interface Response permits Answer, Response.Delayed, Response.Cut, Response.Streamed {

  /**
   * An answer that is written later; no thread waits for that.
   *
   * @param delay from when the endpoint returned it
   */
  record Delayed(Answer answer, Duration delay) implements Response {}

  /**
   * An answer whose connection is closed before all of it was written.
   *
   * @param bodyBytes how much of the body is written; negative: not even the status
   */
  record Cut(Answer answer, int bodyBytes) implements Response {}

  /**
   * A body that is written bit by bit, such as server-sent events.
   *
   * @param status of HTTP
   * @param writing is given the way to write once the status and the headers are on their way
   */
  record Streamed(int status, List<Answer.Header> headers, Consumer<BodyStream> writing)
      implements Response {}

  /** The way to write a body bit by bit. Safe for use by many threads. */
  interface BodyStream {

    /** Writes the bytes behind all earlier ones; false where the client has gone. */
    boolean write(byte[] bytes);

    /** Ends the body. */
    void end();

    /** Has that run once nothing more can be written, whoever ended it. */
    void whenOver(Runnable action);
  }
}
