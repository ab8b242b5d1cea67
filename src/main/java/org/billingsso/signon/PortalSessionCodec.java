package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

final class PortalSessionCodec implements Codec<PortalSession> {

  @Override
  public void write(PortalSession session, DataOutput out) throws IOException {
    out.writeUTF(session.id());
    out.writeUTF(session.portalKind());
    Codec.writeSubject(session.subject(), out);
    out.writeUTF(session.link());
    Codec.writeInstant(session.startedAt(), out);
    Codec.writeInstant(session.expiresAt(), out);
    out.writeBoolean(session.end().isPresent());
    if (session.end().isPresent()) {
      Codec.writeInstant(session.end().get().at(), out);
      Codec.writeAddress(session.end().get().by(), out);
    }
  }

  @Override
  public PortalSession read(DataInput in) throws IOException {
    return new PortalSession(
        in.readUTF(),
        in.readUTF(),
        Codec.readSubject(in),
        in.readUTF(),
        Codec.readInstant(in),
        Codec.readInstant(in),
        in.readBoolean() ? Optional.of(readEnd(in)) : Optional.empty());
  }

  private static PortalSession.End readEnd(DataInput in) throws IOException {
    return new PortalSession.End(Codec.readInstant(in), Codec.readAddress(in));
  }
}
