package org.billingsso.store;

import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/**
 * Sends commands that come at the same time to the server together, so that a round trip costs much
 * the same for one as for many. Where the connection breaks, those that were answered keep their
 * answer; what became of the others is unknown.
 */
final class CommandPipeline {
  private final Pool<Connection> connections;
  private final Function<RuntimeException, StoreException> unanswered;
  private final Batcher<PipelinedCommand<?>> batcher = new Batcher<>(this::send);

  /**
   * @param unanswered what to tell those who were sent to the server and got no answer
   */
  CommandPipeline(
      Pool<Connection> connections, Function<RuntimeException, StoreException> unanswered) {
    this.connections = connections;
    this.unanswered = unanswered;
  }

  /**
   * Answers what the command does.
   *
   * @throws JedisException where the server refuses it, or cannot be asked
   * @throws StoreException where the server was asked and has not answered
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

  private void exchange(List<PipelinedCommand<?>> commands, Connection connection) {
    boolean complete = false;
    try {
      commands.forEach(command -> connection.sendCommand(command.command.getArguments()));
      commands.forEach(command -> command.readAnswer(connection));
      complete = true;
    } catch (RuntimeException broken) {
      StoreException unknown = unanswered.apply(broken);
      commands.forEach(command -> command.fail(unknown));
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

    /** A refusal by the server is an answer; whatever else goes wrong is none. */
    void readAnswer(Connection connection) {
      Object answer;
      try {
        answer = connection.getOne();
      } catch (JedisDataException refused) {
        fail(refused);
        return;
      }
      succeed(command.getBuilder().build(answer));
    }
  }
}
