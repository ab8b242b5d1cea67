package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.billingsso.NeedsClient;
import org.billingsso.directory.Secret;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client that Apache CXF makes at run time of what the gateway says of itself. */
@NeedsClient({"java", "mvn"})
class CxfClientIT {
  private static final Path PROJECT = Path.of("src", "test", "cxf");

  @AutoClose private static final RunningApi API = RunningApi.started();

  @Test
  void getsLinksObjectsListsAndFaults() throws Exception {
    run("mvn", "-q", "-B", "-ntp", "package");
    String date = new LoginDate(API.clock.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);

    String printed =
        run(
            "java",
            "-cp",
            "target/*",
            "DynamicClient.java",
            API.address() + "/soap/6.0/?wsdl",
            "DEMOSHOP",
            date,
            hash);

    assertThat(printed.lines().toList())
        .satisfiesExactly(
            link -> assertThat(link).startsWith(API.address() + "/support/?lang=en&logintoken="),
            customer -> assertThat(customer).isEqualTo("Ada true"),
            list -> assertThat(list).isEqualTo("2 subscriptions"),
            partner -> assertThat(partner).isEqualTo("true"),
            fault ->
                assertThat(fault)
                    .isEqualTo("INVALID_SUBSCRIPTION The subscription reference is mandatory."));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(PROJECT.toFile())
            .redirectError(Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return printed;
  }
}
