package org.billingsso.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;

/** The JSON of a list or an object where a text is expected: no more of it than can matter. */
final class ContainerText extends Writer {
  /** More than any parameter takes. */
  private static final int LONGEST = 4_000;

  private final StringBuilder text = new StringBuilder();

  private ContainerText() {}

  /** The JSON, cut off where it is longer than any parameter may be. */
  static String of(JsonNode container) {
    ContainerText writer = new ContainerText();
    try (JsonGenerator out = RpcMapper.MAPPER.createGenerator(writer)) {
      RpcMapper.MAPPER.writeTree(out, container);
    } catch (IOException longEnough) {
      return writer.text.toString();
    }
    return writer.text.toString();
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    text.append(characters, from, Math.min(length, LONGEST - text.length()));
    if (text.length() == LONGEST) {
      throw new IOException("The text is long enough");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
