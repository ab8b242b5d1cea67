package org.billingsso.gateway;

import java.util.List;
import org.billingsso.chargebee.Chargebee;
import org.billingsso.config.Section;
import org.billingsso.directory.DirectoryFile;
import org.billingsso.fusebill.Fusebill;
import org.billingsso.planhat.Planhat;
import org.billingsso.platform.Platform;
import org.billingsso.twocheckout.TwoCheckout;

/** The platforms that the gateway speaks. One more is one more line here. */
public final class Platforms {
  /** All of them, in the order of the files. */
  public static final List<Platform<?, ?>> ALL =
      List.of(new TwoCheckout(), new Chargebee(), new Planhat(), new Fusebill());

  /** Reads the accounts of all platforms. */
  public static final DirectoryFile DIRECTORY = new DirectoryFile(accountsOf(ALL));

  private Platforms() {}

  /** Reads the accounts of those platforms. */
  public static DirectoryFile directoryOf(List<Platform<?, ?>> platforms) {
    return platforms.equals(ALL) ? DIRECTORY : new DirectoryFile(accountsOf(platforms));
  }

  private static List<Section<?>> accountsOf(List<Platform<?, ?>> platforms) {
    return platforms.stream().<Section<?>>map(Platform::accounts).toList();
  }

  static List<Section<?>> settingsOf(List<Platform<?, ?>> platforms) {
    return platforms.stream().<Section<?>>map(Platform::settings).toList();
  }
}
