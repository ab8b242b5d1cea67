package org.billingsso.store;

import java.util.List;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/**
 * Sends commands that come at the same time to the server together, so that a round trip costs much
 * the same for one as for many. Where the connection breaks, those fail that have no answer yet.
 */
final class CommandPipeline {
  private final Pool<Connection> connections;
  private final Batcher<PipelinedCommand<?>> batcher = new Batcher<>(this::send);

  CommandPipeline(Pool<Connection> connections) {
    this.connections = connections;
  }

  /**
   * Answers what the command does.
   *
   * @throws JedisException where the server refuses it, or does not answer it
   */
  <T> T run(CommandObject<T> command) {
    PipelinedCommand<T> pipelined = new PipelinedCommand<>(command);
    batcher.join(pipelined);
    return pipelined.answer();
  }

  private void send(List<PipelinedCommand<?>> commands) {
    try (Connection connection = connections.getResource()) {
      exchange(commands, connection);
    } catch (JedisException e) {
      commands.forEach(command -> command.fail(e));
    }
  }

  private static void exchange(List<PipelinedCommand<?>> commands, Connection connection) {
    boolean complete = false;
    try {
      commands.forEach(command -> connection.sendCommand(command.command.getArguments()));
      commands.forEach(command -> command.readAnswer(connection));
      complete = true;
    } finally {
      if (!complete) {
        connection.setBroken(); // The next user would be given the answers to these commands.
      }
    }
  }

  private static final class PipelinedCommand<T> extends Batcher.Waiter<T> {
    private final CommandObject<T> command;

    PipelinedCommand(CommandObject<T> command) {
      this.command = command;
    }

    void readAnswer(Connection connection) {
      try {
        succeed(command.getBuilder().build(connection.getOne()));
      } catch (JedisConnectionException e) {
        throw e;
      } catch (RuntimeException refused) {
        fail(refused);
      }
    }
  }
}
