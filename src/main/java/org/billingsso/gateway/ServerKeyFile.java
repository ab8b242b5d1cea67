package org.billingsso.gateway;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.billingsso.signon.ServerKey;

/** The server's own secret as a file of hexadecimal digits that only its owner can read. */
final class ServerKeyFile {
  private static final FileAttribute<Set<PosixFilePermission>> FOR_THE_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private ServerKeyFile() {}

  /**
   * The key in the file, which is made where there is none.
   *
   * @throws StartException where it cannot be read or made, or holds something else
   */
  static ServerKey at(Path file) {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      return new ServerKey(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException unreadable) {
      throw new StartException(
          "serverKeyFile %s cannot be read or made: %s".formatted(file, unreadable), unreadable);
    } catch (IllegalArgumentException notAKey) {
      throw new StartException(
          "serverKeyFile %s must hold %d hexadecimal digits and nothing else"
              .formatted(file, 2 * ServerKey.BYTES),
          notAKey);
    }
  }

  /** A key for a gateway that remembers nothing when it stops. */
  static ServerKey passing() {
    return new ServerKey(random());
  }

  /** Writes it aside first, so that nobody finds half a key. */
  private static void make(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path aside = Files.createTempFile(directory, "server", ".key", FOR_THE_OWNER);
    try {
      Files.writeString(aside, HexFormat.of().formatHex(random()) + "\n");
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException anotherNodeWasFaster) {
      // Its key is as good, and is the one that counts.
    } finally {
      Files.delete(aside);
    }
  }

  private static byte[] random() {
    byte[] key = new byte[ServerKey.BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
