package org.billingsso.once;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.billingsso.store.OpenFiles;
import org.billingsso.store.PostgresServer;
import org.billingsso.store.RedisCluster;
import org.billingsso.store.RedisProcess;

/** The engines that keep a gateway's records. */
enum Engine {
  MEMORY {
    @Override
    Started start() {
      return new Started("memory:", Started.NOTHING, Started.NOTHING, Started.NOTHING, () -> 0L);
    }
  },
  SQLITE {
    @Override
    Started start() throws IOException {
      Path directory = Files.createTempDirectory("history");
      return new Started(
          "sqlite:" + directory.resolve("gateway.db"),
          Started.NOTHING,
          Started.NOTHING,
          Started.NOTHING,
          () -> OpenFiles.below(directory));
    }
  },
  POSTGRESQL {
    @Override
    Started start() throws IOException {
      PostgresServer server = PostgresServer.start();
      return new Started(
          server.url("postgres"),
          server::kill,
          server::restart,
          server::close,
          server::connections);
    }
  },
  REDIS {
    @Override
    Started start() throws IOException {
      RedisProcess server = RedisProcess.start("appendonly yes", "appendfsync always");
      return new Started(
          server.url(), server::kill, server::restart, server::close, server::connections);
    }
  },
  REDIS_CLUSTER {
    @Override
    Started start() throws IOException {
      RedisCluster cluster = RedisCluster.start();
      return new Started(
          cluster.url() + "/?waitReplicas=1",
          Started.NOTHING,
          Started.NOTHING,
          cluster::close,
          cluster::connections);
    }
  };

  /**
   * A real engine of one test's own.
   *
   * @param url its store URL
   * @param killing {@code kill -9} of its server
   * @param restarting its server again, on the same data and port
   * @param closing its end
   * @param counting how many connections or files of it gateways have open
   */
  record Started(String url, Step killing, Step restarting, Step closing, Callable<Long> counting)
      implements AutoCloseable {
    static final Step NOTHING = () -> {};

    void kill() throws Exception {
      killing.take();
    }

    void restart() throws Exception {
      restarting.take();
    }

    /** How many connections to it, or files of it, gateways have open. */
    long connections() throws Exception {
      return counting.call();
    }

    @Override
    public void close() throws Exception {
      closing.take();
    }
  }

  abstract Started start() throws IOException;
}
