package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a value becomes a record's body. Compact, since millions are kept; versioned by a byte. */
interface Codec<T> {
  /** The first byte of every body. A change of the format takes the next number. */
  byte FORMAT = 1;

  void write(T value, DataOutput out) throws IOException;

  T read(DataInput in) throws IOException;

  static void writeInstant(Instant instant, DataOutput out) throws IOException {
    out.writeLong(instant.toEpochMilli());
  }

  static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  static void writeAddress(Address address, DataOutput out) throws IOException {
    out.writeUTF(address.toString());
  }

  static Address readAddress(DataInput in) throws IOException {
    String text = in.readUTF();
    return Address.parse(text).orElseThrow(() -> new IOException("Not an address: " + text));
  }

  static void writeOptionalAddress(Optional<Address> address, DataOutput out) throws IOException {
    out.writeBoolean(address.isPresent());
    if (address.isPresent()) {
      writeAddress(address.get(), out);
    }
  }

  static Optional<Address> readOptionalAddress(DataInput in) throws IOException {
    return in.readBoolean() ? Optional.of(readAddress(in)) : Optional.empty();
  }

  static void writeSubject(Subject subject, DataOutput out) throws IOException {
    out.writeUTF(subject.tenant());
    out.writeUTF(subject.account());
    out.writeUTF(subject.user());
  }

  static Subject readSubject(DataInput in) throws IOException {
    return new Subject(in.readUTF(), in.readUTF(), in.readUTF());
  }

  static void writeNotes(Map<String, String> notes, DataOutput out) throws IOException {
    out.writeByte(notes.size());
    for (Map.Entry<String, String> note : new TreeMap<>(notes).entrySet()) {
      out.writeUTF(note.getKey());
      out.writeUTF(note.getValue());
    }
  }

  static Map<String, String> readNotes(DataInput in) throws IOException {
    Map<String, String> notes = new TreeMap<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      notes.put(in.readUTF(), in.readUTF());
    }
    return Map.copyOf(notes);
  }
}
