package org.billingsso.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the operator what a failure of PostgreSQL means, by its SQL state. */
record PostgresFailure(PostgresUrl url) {
  private static final String UNREACHABLE =
      "cannot be reached. Start the server or check the way to it; the gateway then goes on by"
          + " itself.";

  StoreException of(SQLException e) {
    SQLException told = told(e);
    return new StoreException("The store " + url + " " + meaning(state(told), told), e);
  }

  /** The same, where the server had been asked by then. */
  StoreException whileAsked(SQLException e) {
    StoreException failed = of(e);
    return isUnreachable(state(told(e)))
        ? new StoreException(failed.getMessage() + " " + StoreException.UNKNOWN, e)
        : failed;
  }

  /** A failure to start. */
  StoreException of(RuntimeException e) {
    @Nullable Throwable cause = e.getCause();
    return cause instanceof SQLException failure
        ? of(failure)
        : new StoreException(
            "The store "
                + url
                + " cannot be prepared: its schema was changed by hand, or a migration failed.",
            e);
  }

  private static String meaning(String state, SQLException e) {
    if (isUnreachable(state)) {
      return UNREACHABLE;
    }
    return switch (family(state)) {
      case "28" -> "refused the user or the password. Check the store URL.";
      case "3D" -> "has no such database. Create it, or correct the store URL.";
      case "25" -> "is read-only: it is a standby. Name the primary in the store URL.";
      case "42" ->
          "lacks a right or a table. Grant the user CREATE on the database, or let its owner start"
              + " the gateway once. PostgreSQL says: "
              + firstLine(e);
      case "53" ->
          "is out of room, memory or connections; the gateway goes on by itself once there are."
              + " PostgreSQL says: "
              + firstLine(e);
      default -> "failed with SQL state " + state + ". PostgreSQL says: " + firstLine(e);
    };
  }

  private static boolean isUnreachable(String state) {
    return Set.of("", "08", "57").contains(family(state));
  }

  private static String family(String state) {
    return state.length() < 2 ? state : state.substring(0, 2);
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  /** The server's own word; a pool wraps it in a failure of its own. */
  private static SQLException told(SQLException e) {
    @Nullable Throwable cause = e.getCause();
    return cause instanceof SQLException told ? told(told) : e;
  }

  /** Without the detail, which may quote a record. */
  private static String firstLine(SQLException e) {
    String message = e.getMessage();
    return message == null ? "nothing" : message.lines().findFirst().orElse("nothing");
  }
}
