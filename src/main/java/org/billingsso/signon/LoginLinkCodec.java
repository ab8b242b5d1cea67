package org.billingsso.signon;

import static org.billingsso.signon.Codec.readAddress;
import static org.billingsso.signon.Codec.readInstant;
import static org.billingsso.signon.Codec.readNotes;
import static org.billingsso.signon.Codec.readOptionalAddress;
import static org.billingsso.signon.Codec.readSubject;
import static org.billingsso.signon.Codec.writeAddress;
import static org.billingsso.signon.Codec.writeInstant;
import static org.billingsso.signon.Codec.writeNotes;
import static org.billingsso.signon.Codec.writeOptionalAddress;
import static org.billingsso.signon.Codec.writeSubject;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.billingsso.signon.LoginLink.State;

final class LoginLinkCodec implements Codec<LoginLink> {
  private static final byte ISSUED = 0;
  private static final byte USED = 1;
  private static final byte SUPERSEDED = 2;
  private static final byte REVOKED = 3;

  @Override
  public void write(LoginLink link, DataOutput out) throws IOException {
    out.writeUTF(link.id());
    out.writeUTF(link.portalKind());
    writeSubject(link.subject(), out);
    out.writeUTF(link.target());
    writeInstant(link.issuedAt(), out);
    writeInstant(link.expiresAt(), out);
    writeOptionalAddress(link.boundTo(), out);
    writeNotes(link.notes(), out);
    writeState(link.state(), out);
  }

  @Override
  public LoginLink read(DataInput in) throws IOException {
    return new LoginLink(
        in.readUTF(),
        in.readUTF(),
        readSubject(in),
        in.readUTF(),
        readInstant(in),
        readInstant(in),
        readOptionalAddress(in),
        readNotes(in),
        readState(in));
  }

  private static void writeState(State state, DataOutput out) throws IOException {
    if (state instanceof State.Used used) {
      out.writeByte(USED);
      writeInstant(used.at(), out);
      writeAddress(used.by(), out);
      out.writeUTF(used.session());
    } else if (state instanceof State.Superseded superseded) {
      out.writeByte(SUPERSEDED);
      writeInstant(superseded.at(), out);
    } else if (state instanceof State.Revoked revoked) {
      out.writeByte(REVOKED);
      writeInstant(revoked.at(), out);
      writeAddress(revoked.by(), out);
    } else {
      out.writeByte(ISSUED);
    }
  }

  private static State readState(DataInput in) throws IOException {
    byte state = in.readByte();
    return switch (state) {
      case ISSUED -> new State.Unused();
      case USED -> new State.Used(readInstant(in), readAddress(in), in.readUTF());
      case SUPERSEDED -> new State.Superseded(readInstant(in));
      case REVOKED -> new State.Revoked(readInstant(in), readAddress(in));
      default -> throw new IOException("Not the state of a login link: " + state);
    };
  }
}
