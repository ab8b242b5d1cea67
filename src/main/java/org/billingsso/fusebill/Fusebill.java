package org.billingsso.fusebill;

import org.billingsso.config.Section;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;
import org.billingsso.signon.SignOn;

/** The Fusebill part of the gateway: the API that issues tokens, and both portals. */
public final class Fusebill implements Platform<FusebillAccounts, FusebillSettings> {

  @Override
  public Section<FusebillAccounts> accounts() {
    return FusebillAccounts.SECTION;
  }

  @Override
  public Section<FusebillSettings> settings() {
    return FusebillSettings.SECTION;
  }

  @Override
  public void mount(Installation<FusebillAccounts, FusebillSettings> installation, Routes routes) {
    new FusebillApi(installation).mount(routes);
    SignOn signOn = installation.signOn();
    FusebillAccounts accounts = installation.accounts();
    new FusebillPortal(signOn, accounts, "/Portal", "Customer portal").mount(routes);
    new FusebillPortal(signOn, accounts, "/ManagedPortal", "Managed customer portal").mount(routes);
  }
}
