package org.billingsso.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.billingsso.journal.Diagnosis;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a request's body: all of its bytes, or the reason why there are none.
 *
 * @param taken how much of the memory for bodies it takes until it is given back
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record Body(byte[] content, @Nullable HttpError refusal, long taken) {
  private static final byte[] NOTHING = new byte[0];

  /** Of a request whose body nobody reads. */
  static final Body NONE = new Body(NOTHING, null, 0);

  /** How much of a body that is too long is read, since a client that still sends hears nothing. */
  private static final int MOST_DISCARDED_BYTES = 8 << 20;

  /**
   * Reads the body while it arrives, without holding a thread that long, and passes it on.
   *
   * @param settings how many bytes it may have, and how slowly they may come
   * @param memory what is taken of for its bytes beyond those of a usual call; whoever is passed
   *     the body gives back what is {@link #taken}
   */
  static void read(Request request, HttpSettings settings, BodyMemory memory, Consumer<Body> then) {
    new Reading(request, settings, memory, then).run();
  }

  /**
   * The bytes as they were sent.
   *
   * @throws HttpError where they did not all arrive, or are too many
   */
  byte[] bytes() {
    if (refusal != null) {
      throw refusal;
    }
    return content;
  }

  /** Whether there is no more of it than of a usual call. */
  boolean isShort() {
    return content.length <= BodyBuffer.SHORT_BYTES;
  }

  /** Takes what has arrived, and is called again when there is more. */
  private static final class Reading implements Invocable.Task {
    private final Request request;
    private final int maximum;
    private final RequestPace pace;
    private final BodyBuffer buffer;
    private final Consumer<Body> then;
    private @Nullable Elapsed waiting;
    private long length;
    private boolean crowdedOut;

    Reading(Request request, HttpSettings settings, BodyMemory memory, Consumer<Body> then) {
      this.request = request;
      this.maximum = settings.maximumBodyBytes();
      this.pace = settings.pace();
      long announced = request.getLength();
      this.buffer = new BodyBuffer(memory, announced < 0 ? maximum : Math.min(maximum, announced));
      this.then = then;
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          if (isTooSlow()) {
            refuse(tooSlow());
          } else {
            request.demand(this);
          }
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          refuse(
              chunk.getFailure() instanceof TimeoutException
                  ? tooSlow()
                  : new HttpError(400, "The body did not arrive whole"));
          return;
        }
        take(chunk.getByteBuffer());
        chunk.release();
        if (length > maximum && (chunk.isLast() || length - maximum > MOST_DISCARDED_BYTES)) {
          refuse(tooLong());
          return;
        }
        if (crowdedOut && (chunk.isLast() || length > MOST_DISCARDED_BYTES)) {
          refuse(crowded());
          return;
        }
        if (chunk.isLast()) {
          then.accept(whole());
          return;
        }
      }
    }

    /** Whether it has been waited for more of the body for longer than what has come is worth. */
    private boolean isTooSlow() {
      if (waiting == null) {
        waiting = Elapsed.sinceNow();
      }
      return waiting.isLongerThan(pace.bodyOf(length));
    }

    private HttpError tooSlow() {
      return new HttpError(408, "The body came too slowly")
          .because(
              Diagnosis.of("the body came too slowly")
                  .seen(length + " bytes so far")
                  .expected(
                      "%d bytes a second, after the first %d seconds"
                          .formatted(pace.bytesPerSecond(), pace.body().toSeconds())));
    }

    private void refuse(HttpError why) {
      buffer.forget();
      then.accept(new Body(NOTHING, why, 0));
    }

    private HttpError tooLong() {
      return new HttpError(413)
          .because(
              Diagnosis.of("the body is too long")
                  .seen("more than " + maximum + " bytes")
                  .expected("at most " + maximum + " bytes")
                  .setting("maximumBodyBytes"));
    }

    private static HttpError crowded() {
      return new HttpError(503, "There are too many requests at once; try again in a moment")
          .because(Diagnosis.of("the bodies that are being read fill a quarter of the heap"));
    }

    private void take(ByteBuffer arrived) {
      length += arrived.remaining();
      if (crowdedOut || length > maximum) {
        buffer.forget();
      } else if (!buffer.add(arrived)) {
        crowdedOut = true;
        buffer.forget();
      }
    }

    private Body whole() {
      return new Body(buffer.bytes(), null, buffer.taken());
    }
  }
}
