package org.billingsso.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Troubles of a disk, real ones: on Linux and for root only. */
public final class Mount implements AutoCloseable {
  private static final int TINY = 1024 * 1024;
  private static final int BLOCK = 4096;

  private final Path mounted;

  private Mount(Path mounted) {
    this.mounted = mounted;
  }

  /** A disk of one megabyte. */
  public static Mount tinyDisk(Path directory) throws Exception {
    mount("-t", "tmpfs", "-o", "size=" + TINY, "tmpfs", directory.toString());
    return new Mount(directory);
  }

  /** Makes a file one that not even root can write. */
  public static Mount readOnly(Path file) throws Exception {
    mount("--bind", "-o", "ro", file.toString(), file.toString());
    return new Mount(file);
  }

  public Path file(String name) {
    return mounted.resolve(name);
  }

  /** Leaves no byte free. */
  public void fill() throws IOException {
    try (var out = Files.newOutputStream(file("filler"))) {
      for (int written = 0; written < TINY; written += BLOCK) {
        out.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      if (Files.getFileStore(mounted).getUsableSpace() != 0) {
        throw full;
      }
    }
  }

  public void makeRoom() throws IOException {
    Files.delete(file("filler"));
  }

  /** At once, whoever has a file of it open still. */
  @Override
  public void close() throws Exception {
    if (run("umount", "--lazy", mounted.toString()) != 0) {
      throw new IOException("Cannot unmount " + mounted);
    }
  }

  private static void mount(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && run(command) == 0,
        "needs Linux and root, to mount");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
