package org.billingsso.http;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the members of a gzip file, RFC 1952, one after the other. What they hold altogether is
 * bounded, their number is, and how many times longer they are than the file; nothing but members
 * may be in it.
 */
final class GzipReader {
  private static final int MOST_MEMBERS = 100;

  /** So much may come of however little. */
  private static final int FREE_BYTES = 1 << 20;

  private static final int MOST_TIMES = 200;
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int TIME_AND_SYSTEM_BYTES = 6;
  private static final int CHUNK_BYTES = 8 << 10;

  private final ByteBuffer in;
  private final long maximum;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private GzipReader(byte[] compressed, long maximum) {
    this.in = ByteBuffer.wrap(compressed).order(ByteOrder.LITTLE_ENDIAN);
    this.maximum = maximum;
  }

  /**
   * The bytes that were compressed.
   *
   * @param maximum the most that there may be
   * @throws HttpError 400 where that is no gzip, 413 where it holds too much
   */
  static byte[] read(byte[] compressed, int maximum) {
    GzipReader reader =
        new GzipReader(
            compressed,
            Math.min(maximum, Math.max(FREE_BYTES, MOST_TIMES * (long) compressed.length)));
    Inflater inflater = new Inflater(true);
    try {
      reader.members(inflater);
      return reader.out.toByteArray();
    } catch (DataFormatException | BufferUnderflowException notGzip) {
      throw damaged("it is cut off or damaged");
    } finally {
      inflater.end();
    }
  }

  private void members(Inflater inflater) throws DataFormatException {
    int members = 0;
    do {
      if (members++ == MOST_MEMBERS) {
        throw damaged("it has more than " + MOST_MEMBERS + " members");
      }
      header();
      member(inflater);
      inflater.reset();
    } while (in.hasRemaining());
  }

  private void header() {
    if (Short.toUnsignedInt(in.getShort()) != MAGIC || in.get() != DEFLATE) {
      throw damaged("what is in it is no member of a gzip file");
    }
    int flags = in.get();
    if ((flags & RESERVED) != 0) {
      throw damaged("a member has flags that mean nothing");
    }
    skip(TIME_AND_SYSTEM_BYTES);
    if ((flags & EXTRA) != 0) {
      skip(Short.toUnsignedInt(in.getShort()));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(Short.BYTES);
    }
  }

  private void member(Inflater inflater) throws DataFormatException {
    byte[] chunk = new byte[CHUNK_BYTES];
    CRC32 checksum = new CRC32();
    inflater.setInput(in);
    while (!inflater.finished()) {
      int length = inflater.inflate(chunk);
      if (length == 0 && !inflater.finished()) {
        throw damaged("it is cut off");
      }
      if (out.size() + (long) length > maximum) {
        throw new HttpError(413);
      }
      checksum.update(chunk, 0, length);
      out.write(chunk, 0, length);
    }
    int told = in.getInt();
    int toldLength = in.getInt();
    if (told != (int) checksum.getValue() || toldLength != (int) inflater.getBytesWritten()) {
      throw damaged("a checksum or a length is wrong");
    }
  }

  private void skip(int bytes) {
    if (bytes > in.remaining()) {
      throw damaged("it is cut off");
    }
    in.position(in.position() + bytes);
  }

  private void skipText() {
    byte next = in.get();
    while (next != 0) {
      next = in.get();
    }
  }

  private static HttpError damaged(String how) {
    return new HttpError(400, "The body is not gzip, as its Content-Encoding says: " + how);
  }
}
