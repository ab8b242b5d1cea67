package org.billingsso.once;

import java.io.IOException;
import java.nio.file.Files;
import org.billingsso.store.PostgresServer;

/** The engines that keep a gateway's records. */
enum Engine {
  MEMORY {
    @Override
    Started start() {
      return new Started("memory:", () -> {});
    }
  },
  SQLITE {
    @Override
    Started start() throws IOException {
      return new Started(
          "sqlite:" + Files.createTempDirectory("history").resolve("gateway.db"), () -> {});
    }
  },
  POSTGRESQL {
    @Override
    Started start() throws IOException {
      PostgresServer server = PostgresServer.start();
      return new Started(server.url("postgres"), server);
    }
  };

  /**
   * A real engine of one test's own.
   *
   * @param url its store URL
   * @param server what is to be stopped
   */
  record Started(String url, AutoCloseable server) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      server.close();
    }
  }

  abstract Started start() throws IOException;
}
