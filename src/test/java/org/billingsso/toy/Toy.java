package org.billingsso.toy;

import org.billingsso.config.Section;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;

/** A platform that does not exist, whole: what the gateway has to know of it is this class. */
public final class Toy implements Platform<ToyShops, ToySettings> {

  @Override
  public Section<ToyShops> accounts() {
    return ToyShops.SECTION;
  }

  @Override
  public Section<ToySettings> settings() {
    return ToySettings.SECTION;
  }

  @Override
  public void mount(Installation<ToyShops, ToySettings> installation, Routes routes) {
    new ToyApi(installation).mount(routes);
    new ToyPortal(installation.signOn(), installation.accounts()).mount(routes);
  }
}
