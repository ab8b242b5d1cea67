package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

final class ApiSessionCodec implements Codec<ApiSession> {

  @Override
  public void write(ApiSession session, DataOutput out) throws IOException {
    out.writeUTF(session.tenant());
    Codec.writeInstant(session.startedAt(), out);
    Codec.writeInstant(session.expiresAt(), out);
    Codec.writeNotes(session.notes(), out);
  }

  @Override
  public ApiSession read(DataInput in) throws IOException {
    return new ApiSession(
        in.readUTF(), Codec.readInstant(in), Codec.readInstant(in), Codec.readNotes(in));
  }
}
