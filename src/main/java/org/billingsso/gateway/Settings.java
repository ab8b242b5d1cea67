package org.billingsso.gateway;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.config.Contradiction;
import org.billingsso.config.CrossChecked;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Section;
import org.billingsso.config.Sections;
import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectoryException;
import org.billingsso.directory.DirectoryFile;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Forwarding;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.http.HostPattern;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.PublicUrl;
import org.billingsso.http.RequestPace;
import org.billingsso.platform.Platform;
import org.billingsso.signon.Lifetimes;
import org.billingsso.store.StoreUrl;

/**
 * What an operator may choose. The names of the components are the names of the settings in YAML;
 * {@link org.billingsso.config.SettingNames} derives those of environment variables and flags. A
 * component that is a record is a section.
 *
 * @param platforms the settings that each platform declares for itself
 */
public record Settings(
    @Description("the address to listen on") String host,
    @Description("the port; 0 picks a free one and prints it") int port,
    @Description("where records are kept") StoreUrl store,
    @Description("the file with your accounts") Optional<Path> directory,
    @Description(
            "where clients and browsers find the gateway, such as https://example.com/sso; with https cookies are Secure")
        Optional<PublicUrl> publicUrl,
    @Description(
            "the hosts that requests may be for, such as sso.example.com or *.example.com (in YAML in quotes), besides that of publicUrl, the address listened on and the loopback names")
        List<HostPattern> allowedHosts,
    @Description("addresses and blocks (10.0.0.0/8) of your proxies")
        List<AddressRange> trustedProxies,
    @Description("the header in which they say whom they speak for: x-forwarded or forwarded")
        Optional<ForwardedBy> forwardedBy,
    @Description("how long an ended link or session is still known") Duration keepRecordsFor,
    @Description("how long a browser stays signed in") Duration portalSessionLength,
    @Description("the longest request body, after decompression") int maximumBodyBytes,
    @Description(
            "how long a connection is kept on which nothing moves; longer than your proxy keeps its own to us (usually 60 s)")
        Duration idleTimeout,
    @Description(
            "how many connections there are at once; more wait until some are closed, and no more are accepted than the process may open files for")
        int maximumConnections,
    @Description(
            "the key that tokens are derived from; made at the first start, the same on every node")
        Path serverKeyFile,
    @Description("where a gateway that serves tells its process id; bin/gateway reload reads it")
        Path pidFile,
    @Description("serve the demo accounts to other machines too") boolean allowDemoDirectory,
    @Description("error, warn, info or debug, on standard error") LogLevel logLevel,
    @Description("named worlds that do not meet") WorldsSettings worlds,
    Sections platforms)
    implements CrossChecked {
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
          List.of(),
          Optional.empty(),
          Duration.ofDays(1),
          Duration.ofHours(1),
          1 << 20,
          HttpSettings.USUAL_IDLE_TIMEOUT,
          HttpSettings.USUAL_MAXIMUM_CONNECTIONS,
          Path.of("data/server.key"),
          Path.of("data/gateway.pid"),
          false,
          LogLevel.INFO,
          WorldsSettings.DEFAULTS,
          Sections.defaults(Platforms.settingsOf(Platforms.ALL)));

  public Settings {
    if (host.isBlank()) {
      throw new InvalidValueException("host", "A host is not empty");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new InvalidValueException("port", "A port is from 0 to %d".formatted(HIGHEST_PORT));
    }
    if (maximumBodyBytes < 1) {
      throw new InvalidValueException("maximumBodyBytes", "A body has at least one byte");
    }
    if (maximumConnections < 1) {
      throw new IllegalArgumentException("There is at least one connection");
    }
    if (idleTimeout.compareTo(SHORTEST_IDLE_TIMEOUT) < 0
        || idleTimeout.compareTo(LONGEST_IDLE_TIMEOUT) > 0) {
      throw new InvalidValueException("idleTimeout", "A connection may be idle for 1s to 1d");
    }
    allowedHosts = List.copyOf(allowedHosts);
    trustedProxies = List.copyOf(trustedProxies);
  }

  @Override
  public Stream<Contradiction> contradictions() {
    return Contradictions.in(this);
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
        && allowedHosts.isEmpty()
        && publicUrl
            .map(url -> url.origin().host())
            .map(HostName::new)
            .map(HostName::isLoopback)
            .orElse(true);
  }

  /** Whether there are named worlds: unless it was chosen, where no other machine comes in. */
  boolean hasNamedWorlds() {
    return worlds.enabled().orElseGet(() -> new HostName(host).isLoopback());
  }

  /** These settings with other choices about named worlds. */
  public Settings with(WorldsSettings others) {
    return with(others, platforms);
  }

  /** These settings with those of the platforms as they are in others. */
  Settings withPlatformsOf(Settings others) {
    return with(worlds, others.platforms);
  }

  private Settings with(WorldsSettings otherWorlds, Sections otherPlatforms) {
    return new Settings(
        host,
        port,
        store,
        directory,
        publicUrl,
        allowedHosts,
        trustedProxies,
        forwardedBy,
        keepRecordsFor,
        portalSessionLength,
        maximumBodyBytes,
        idleTimeout,
        maximumConnections,
        serverKeyFile,
        pidFile,
        allowDemoDirectory,
        logLevel,
        otherWorlds,
        otherPlatforms);
  }

  /** A gateway for one process: on loopback and a free port, and gone without a trace. */
  public static Settings ofOneProcess() {
    return new Settings(
        DEFAULTS.host,
        0,
        StoreUrl.parse("memory:"),
        DEFAULTS.directory,
        DEFAULTS.publicUrl,
        DEFAULTS.allowedHosts,
        DEFAULTS.trustedProxies,
        DEFAULTS.forwardedBy,
        DEFAULTS.keepRecordsFor,
        DEFAULTS.portalSessionLength,
        DEFAULTS.maximumBodyBytes,
        DEFAULTS.idleTimeout,
        DEFAULTS.maximumConnections,
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
    return new HttpSettings(
        host,
        port,
        publicUrl,
        allowedHosts,
        maximumBodyBytes,
        idleTimeout,
        maximumConnections,
        RequestPace.USUAL,
        forwarding);
  }

  /** What the core needs to know. */
  public Lifetimes lifetimes() {
    return new Lifetimes(portalSessionLength, keepRecordsFor);
  }
}
