package org.billingsso.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.billingsso.journal.Diagnosis;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
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
  private static final int SHORT_BYTES = 4 << 10;

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
    return content.length <= SHORT_BYTES;
  }

  /** Takes what has arrived, and is called again when there is more. */
  private static final class Reading implements Invocable.Task {
    private final Request request;
    private final int maximum;
    private final RequestPace pace;
    private final BodyMemory memory;
    private final Consumer<Body> then;
    private byte[] first = NOTHING;
    private @Nullable ByteArrayOutputStream more;
    private @Nullable Elapsed waiting;
    private long length;
    private long taken;
    private boolean crowdedOut;

    Reading(Request request, HttpSettings settings, BodyMemory memory, Consumer<Body> then) {
      this.request = request;
      this.maximum = settings.maximumBodyBytes();
      this.pace = settings.pace();
      this.memory = memory;
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
      forget();
      then.accept(new Body(NOTHING, why, 0));
    }

    /** Lets go of what has arrived: it will not be needed. */
    private void forget() {
      memory.giveBack(taken);
      taken = 0;
      first = NOTHING;
      more = null;
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
      int size = arrived.remaining();
      boolean isFirst = length == 0;
      length += size;
      if (size == 0) {
        return;
      }
      if (crowdedOut || length > maximum) {
        forget();
        return;
      }
      if (length > SHORT_BYTES) {
        if (!memory.take(size)) {
          crowdedOut = true;
          forget();
          return;
        }
        taken += size;
      }
      byte[] bytes = BufferUtil.toArray(arrived);
      if (isFirst) {
        first = bytes;
      } else {
        if (more == null) {
          more = new ByteArrayOutputStream(first.length + size);
          more.writeBytes(first);
        }
        more.writeBytes(bytes);
      }
    }

    private Body whole() {
      return new Body(more == null ? first : more.toByteArray(), null, taken);
    }
  }
}
