package org.billingsso.gateway;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.billingsso.config.Section;
import org.billingsso.config.Sections;
import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectoryException;
import org.billingsso.directory.DirectoryFile;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Forwarding;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.Origin;
import org.billingsso.platform.Platform;
import org.billingsso.signon.Lifetimes;
import org.billingsso.store.StoreUrl;

/**
 * What an operator may choose. The names of the components are the names of the settings in YAML;
 * {@link org.billingsso.config.SettingNames} derives those of environment variables and flags. A
 * component that is a record is a section.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param store which engine keeps the records, and where
 * @param directory the file with the accounts; empty: the demo directory is served
 * @param publicUrl where clients and browsers find the gateway; empty: where each request says it
 *     went
 * @param trustedProxies the proxies that are believed about the client
 * @param forwardedBy the header in which they tell; set exactly where there are trusted proxies
 * @param keepRecordsFor how long a record outlives its validity, so that "expired" is never
 *     "unknown"
 * @param portalSessionLength from a redemption to the end of the browser's session
 * @param maximumBodyBytes the longest request body that is read
 * @param idleTimeout how long a connection is kept on which nothing moves
 * @param serverKeyFile where the server's own secret is, or is put at the first start
 * @param pidFile where a gateway that serves tells its process id
 * @param allowDemoDirectory whether the demo directory may be served to other machines
 * @param logLevel how much is logged
 * @param worlds whether there are named ones, and how many
 * @param platforms the settings that each platform declares for itself
 */
public record Settings(
    String host,
    int port,
    StoreUrl store,
    Optional<Path> directory,
    Optional<Origin> publicUrl,
    List<AddressRange> trustedProxies,
    Optional<ForwardedBy> forwardedBy,
    Duration keepRecordsFor,
    Duration portalSessionLength,
    int maximumBodyBytes,
    Duration idleTimeout,
    Path serverKeyFile,
    Path pidFile,
    boolean allowDemoDirectory,
    LogLevel logLevel,
    WorldsSettings worlds,
    Sections platforms) {
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration SHORTEST_IDLE_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LONGEST_IDLE_TIMEOUT = Duration.ofDays(1);

  /** What holds where nobody chose anything. */
  public static final Settings DEFAULTS =
      new Settings(
          "127.0.0.1",
          8080,
          StoreUrl.parse("sqlite:data/gateway.db"),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Duration.ofDays(1),
          Duration.ofHours(1),
          1 << 20,
          HttpSettings.USUAL_IDLE_TIMEOUT,
          Path.of("data/server.key"),
          Path.of("data/gateway.pid"),
          false,
          LogLevel.INFO,
          WorldsSettings.DEFAULTS,
          Sections.defaults(Platforms.settingsOf(Platforms.ALL)));

  public Settings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("A host is not empty");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("A port is from 0 to %d".formatted(HIGHEST_PORT));
    }
    if (maximumBodyBytes < 1) {
      throw new IllegalArgumentException("A body has at least one byte");
    }
    if (idleTimeout.compareTo(SHORTEST_IDLE_TIMEOUT) < 0
        || idleTimeout.compareTo(LONGEST_IDLE_TIMEOUT) > 0) {
      throw new IllegalArgumentException("A connection may be idle for 1s to 1d");
    }
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** A platform's settings; its defaults where these were read without it. */
  public <S> S section(Platform<?, S> platform) {
    Section<S> section = platform.settings();
    return platforms.find(section).or(section::defaults).orElseThrow();
  }

  /**
   * The accounts that exist.
   *
   * @throws DirectoryException with everything that is wrong with the file
   */
  public Directory accounts() {
    return accounts(Platforms.DIRECTORY);
  }

  /** The same, of those platforms that the reader knows. */
  Directory accounts(DirectoryFile reader) {
    return directory
        .map(
            file ->
                reader
                    .read(file)
                    .orElseThrow(problems -> new DirectoryException(file.toString(), problems)))
        .orElseGet(reader::demo);
  }

  /** Whether no other machine comes in, through a proxy neither. */
  public boolean isForThisMachineOnly() {
    return new HostName(host).isLoopback()
        && trustedProxies.isEmpty()
        && publicUrl.map(Origin::host).map(HostName::new).map(HostName::isLoopback).orElse(true);
  }

  /** Whether there are named worlds: unless it was chosen, where no other machine comes in. */
  boolean hasNamedWorlds() {
    return worlds.enabled().orElseGet(() -> new HostName(host).isLoopback());
  }

  /** These settings with other choices about named worlds. */
  public Settings with(WorldsSettings others) {
    return new Settings(
        host,
        port,
        store,
        directory,
        publicUrl,
        trustedProxies,
        forwardedBy,
        keepRecordsFor,
        portalSessionLength,
        maximumBodyBytes,
        idleTimeout,
        serverKeyFile,
        pidFile,
        allowDemoDirectory,
        logLevel,
        others,
        platforms);
  }

  /** These settings with those of the platforms as they are in others. */
  Settings withPlatformsOf(Settings others) {
    return new Settings(
        host,
        port,
        store,
        directory,
        publicUrl,
        trustedProxies,
        forwardedBy,
        keepRecordsFor,
        portalSessionLength,
        maximumBodyBytes,
        idleTimeout,
        serverKeyFile,
        pidFile,
        allowDemoDirectory,
        logLevel,
        worlds,
        others.platforms);
  }

  /** A gateway for one process: on loopback and a free port, and gone without a trace. */
  public static Settings ofOneProcess() {
    return new Settings(
        DEFAULTS.host,
        0,
        StoreUrl.parse("memory:"),
        DEFAULTS.directory,
        DEFAULTS.publicUrl,
        DEFAULTS.trustedProxies,
        DEFAULTS.forwardedBy,
        DEFAULTS.keepRecordsFor,
        DEFAULTS.portalSessionLength,
        DEFAULTS.maximumBodyBytes,
        DEFAULTS.idleTimeout,
        DEFAULTS.serverKeyFile,
        DEFAULTS.pidFile,
        DEFAULTS.allowDemoDirectory,
        DEFAULTS.logLevel,
        DEFAULTS.worlds,
        DEFAULTS.platforms);
  }

  /** The names of settings that are not the same in others, and count only after a restart. */
  List<String> needRestartFor(Settings others) {
    Settings live = withPlatformsOf(others);
    return Arrays.stream(Settings.class.getRecordComponents())
        .filter(component -> !of(component, live).equals(of(component, others)))
        .map(RecordComponent::getName)
        .toList();
  }

  private static Object of(RecordComponent component, Settings settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("The components of a public record are public", impossible);
    }
  }

  /** What the HTTP server needs to know. */
  public HttpSettings http() {
    Forwarding forwarding =
        forwardedBy
            .map(header -> new Forwarding(trustedProxies, header))
            .orElseGet(Forwarding::none);
    return new HttpSettings(host, port, publicUrl, maximumBodyBytes, idleTimeout, forwarding);
  }

  /** What the core needs to know. */
  public Lifetimes lifetimes() {
    return new Lifetimes(portalSessionLength, keepRecordsFor);
  }
}
