package org.billingsso.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.util.Callback;

/** A body whose bytes wait in a queue, of bounded length, while earlier ones are on their way. */
final class QueuedBody implements Response.BodyStream {
  private static final int MOST_QUEUED_BYTES = 1 << 20;

  private final org.eclipse.jetty.server.Response response;
  private final Callback callback;
  private final Queue<byte[]> queue = new ArrayDeque<>();
  private final List<Runnable> whenOver = new ArrayList<>();
  private int queuedBytes;
  private boolean writing;
  private boolean ending;
  private boolean over;

  QueuedBody(org.eclipse.jetty.server.Response response, Callback callback) {
    this.response = response;
    this.callback = callback;
  }

  @Override
  public boolean write(byte[] bytes) {
    synchronized (this) {
      if (over || ending) {
        return false;
      }
      queue.add(bytes);
      queuedBytes += bytes.length;
      if (queuedBytes > MOST_QUEUED_BYTES) {
        ending = true; // Whoever reads so slowly has to ask again.
        queue.clear();
      }
    }
    next();
    return true;
  }

  @Override
  public void end() {
    synchronized (this) {
      ending = true;
    }
    next();
  }

  @Override
  public void whenOver(Runnable action) {
    synchronized (this) {
      if (!over) {
        whenOver.add(action);
        return;
      }
    }
    action.run();
  }

  private void next() {
    byte[] bytes;
    synchronized (this) {
      if (writing || over) {
        return;
      }
      bytes = queue.poll();
      if (bytes == null && !ending) {
        return;
      }
      queuedBytes -= bytes == null ? 0 : bytes.length;
      writing = true;
    }
    boolean last = bytes == null;
    response.write(
        last,
        last ? null : ByteBuffer.wrap(bytes),
        Callback.from(() -> written(last), failure -> finish(failure)));
  }

  private void written(boolean last) {
    if (last) {
      finish(null);
      return;
    }
    synchronized (this) {
      writing = false;
    }
    next();
  }

  private void finish(@org.jspecify.annotations.Nullable Throwable failure) {
    List<Runnable> actions;
    synchronized (this) {
      over = true;
      queue.clear();
      actions = List.copyOf(whenOver);
    }
    actions.forEach(Runnable::run);
    if (failure == null) {
      callback.succeeded();
    } else {
      callback.failed(failure);
    }
  }
}
