package org.billingsso.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Lets commands that come at the same time travel to the server as one pipeline, so that a round
 * trip costs much the same for one as for many. A trip that fails, fails for all of them.
 */
final class SharedTrips {
  private final UnifiedJedis client;
  private final Convoy<Passenger<?>> convoy = new Convoy<>(this::trip);

  SharedTrips(UnifiedJedis client) {
    this.client = client;
  }

  /**
   * Answers what the command does.
   *
   * @throws JedisException where the server refuses it, or the trip fails
   */
  <T> T make(CommandObject<T> command) {
    Passenger<T> passenger = new Passenger<>(command);
    convoy.join(passenger);
    return passenger.answer();
  }

  private void trip(List<Passenger<?>> passengers) {
    try (AbstractPipeline pipeline = client.pipelined()) {
      passengers.forEach(passenger -> passenger.board(pipeline));
      pipeline.sync();
    } catch (RuntimeException e) {
      passengers.forEach(passenger -> passenger.failure = e);
    }
  }

  /** A command and, after its trip, the answer to it. */
  private static final class Passenger<T> {
    private final CommandObject<T> command;
    private @Nullable Response<T> response;
    private @Nullable RuntimeException failure;

    Passenger(CommandObject<T> command) {
      this.command = command;
    }

    void board(AbstractPipeline pipeline) {
      response = pipeline.executeCommand(command);
    }

    T answer() {
      if (failure != null) {
        throw failure;
      }
      if (response == null) {
        throw new IllegalStateException("The trip was broken off");
      }
      return response.get();
    }
  }
}
