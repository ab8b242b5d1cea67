package org.billingsso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone by somebody whose Git writes the line ends of Windows. */
@NeedsClient({"git", "bash"})
class CloneIT {
  @TempDir private static Path directory;
  private static Path clone = Path.of(".");
  private static List<String> files = List.of();

  /** What is here, committed or not, is committed to a repository of its own and cloned from it. */
  @BeforeAll
  static void cloneWithTheLineEndsOfWindows() throws Exception {
    assumeTrue(Files.exists(Path.of(".git")), "there is no repository here");
    Path origin = directory.resolve("origin");
    clone = directory.resolve("clone");
    files =
        run(Path.of("."), "git", "ls-files", "--cached", "--others", "--exclude-standard")
            .lines()
            .filter(name -> Files.isRegularFile(Path.of(name)))
            .toList();
    for (String name : files) {
      Files.createDirectories(origin.resolve(name).getParent());
      Files.copy(Path.of(name), origin.resolve(name));
    }
    run(origin, "git", "init", "-q");
    run(origin, "git", "-c", "core.autocrlf=false", "add", "-A");
    run(
        origin,
        "git",
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.com",
        "commit",
        "-qm",
        "All");
    run(directory, "git", "-c", "core.autocrlf=true", "clone", "-q", "origin", "clone");
  }

  @Test
  void hasEveryFileByteForByte() throws IOException {
    List<String> changed = new ArrayList<>();
    for (String name : files) {
      if (Files.mismatch(Path.of(name), clone.resolve(name)) != -1) {
        changed.add(name);
      }
    }

    assertThat(files).contains("bin/gateway", "bin/jvm.options", "pom.xml");
    assertThat(changed).isEmpty();
  }

  @Test
  void hasScriptsThatAShellCanRun() throws Exception {
    for (String script : List.of("bin/gateway", "bin/verify", "bench/run", ".ci/run")) {
      assertThat(Files.isExecutable(clone.resolve(script))).as(script).isTrue();
      run(clone, "bash", "-n", script);
    }
  }

  @Test
  void starts() throws Exception {
    Path target = Files.createDirectories(clone.resolve("target"));
    Files.copy(Path.of("target", "gateway.jar"), target.resolve("gateway.jar"));
    Files.createFile(target.resolve("gateway.jsa")); // A JVM that cannot use it does without.

    assertThat(run(clone, clone.resolve("bin/gateway").toString(), "--version"))
        .startsWith("Billing SSO Gateway ");
  }

  private static String run(Path directory, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
    return said;
  }
}
