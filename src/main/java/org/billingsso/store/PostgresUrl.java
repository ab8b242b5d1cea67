package org.billingsso.store;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code postgresql://user:password@host:5432/database}; several hosts, separated by commas, are
 * one primary and its standbys. Without a password the driver looks into the user's password file.
 */
record PostgresUrl(ServerAddress address) implements StoreUrl {
  private static final int PORT = 5_432;
  private static final String CONNECTIONS = "connections";
  private static final int FEW_CONNECTIONS = 16;
  private static final int MOST_CONNECTIONS = 1_000;

  /** Parameters that the driver reads, by the names that PostgreSQL gives them. */
  private static final Set<String> OF_THE_DRIVER =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

  static PostgresUrl parse(String rest) {
    Set<String> known = new TreeSet<>(OF_THE_DRIVER);
    known.add(CONNECTIONS);
    ServerAddress address =
        ServerAddress.parse(rest, PORT, "postgresql://user:password@host:5432/database", known);
    if (address.user().isEmpty() || address.path().isEmpty()) {
      throw new InvalidStoreUrlException(
          "The store URL names no "
              + (address.user().isEmpty() ? "user" : "database")
              + "; it should look like postgresql://user:password@host:5432/database.");
    }
    PostgresUrl url = new PostgresUrl(address);
    url.connections();
    return url;
  }

  int connections() {
    return address.number(CONNECTIONS, FEW_CONNECTIONS, 1, MOST_CONNECTIONS);
  }

  Map<String, String> driverParameters() {
    Map<String, String> parameters = new HashMap<>(address.parameters());
    parameters.keySet().retainAll(OF_THE_DRIVER);
    return parameters;
  }

  @Override
  public MovableStore open(InstantSource clock) {
    return SqlStore.inPostgres(this, clock);
  }

  @Override
  public String toString() {
    return "postgresql:" + address;
  }
}
