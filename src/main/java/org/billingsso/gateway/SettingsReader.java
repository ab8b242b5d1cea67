package org.billingsso.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Binder;
import org.billingsso.config.KnownSetting;
import org.billingsso.config.LayeredReader;
import org.billingsso.config.Reading;
import org.billingsso.config.ValueTypes;
import org.billingsso.http.AddressRange;
import org.billingsso.http.HostPattern;
import org.billingsso.http.Origin;
import org.billingsso.http.PublicUrl;
import org.billingsso.platform.Platform;
import org.billingsso.store.StoreUrl;

/** Reads the settings from all their layers. */
public final class SettingsReader {
  private static final ValueTypes TYPES =
      ValueTypes.EXACT
          .inAnyLetterCase()
          .with(
              AddressRange.class,
              "an IP address or a block such as 10.0.0.0/8",
              text -> AddressRange.parse(text).orElseThrow(IllegalArgumentException::new),
              "^[0-9A-Fa-f.:/]+$")
          .with(
              HostPattern.class,
              "a host such as sso.example.com, or *.example.com for all below it",
              text -> HostPattern.parse(text).orElseThrow(IllegalArgumentException::new),
              "^(\\*\\.)?[^/*]+$")
          .with(Origin.class, Origin::parse, "^[Hh][Tt][Tt][Pp][Ss]?://[^/]+/?$")
          .with(PublicUrl.class, PublicUrl::parse, "^[Hh][Tt][Tt][Pp][Ss]?://[^?#]+$")
          .with(StoreUrl.class, StoreUrl::parse, "^(memory|sqlite|postgresql|rediss?):");

  private final Binder binder;
  private final LayeredReader<Settings> layers;

  /**
   * @param platforms whose settings there are beside the gateway's own
   */
  public SettingsReader(List<Platform<?, ?>> platforms) {
    this.binder =
        new Binder(TYPES, Platforms.settingsOf(platforms)).withDefaults(Settings.DEFAULTS);
    this.layers = new LayeredReader<>(binder, Settings.class);
  }

  /** What may be set, and how. */
  public Binder binder() {
    return binder;
  }

  /** All settings, in their order. */
  public List<KnownSetting> settings() {
    return layers.settings();
  }

  /**
   * The settings that hold, or everything that is wrong. Changes nothing.
   *
   * @param file in YAML
   * @param environment all variables
   * @param flags what the command line gives, by the paths of the settings
   */
  public Reading<Settings> read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    return layers.read(file, environment, flags);
  }
}
