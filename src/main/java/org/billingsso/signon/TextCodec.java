package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A record that is a single text, such as a hash. */
final class TextCodec implements Codec<String> {

  @Override
  public void write(String text, DataOutput out) throws IOException {
    out.writeUTF(text);
  }

  @Override
  public String read(DataInput in) throws IOException {
    return in.readUTF();
  }
}
