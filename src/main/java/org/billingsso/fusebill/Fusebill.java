package org.billingsso.fusebill;

import org.billingsso.http.Routes;
import org.billingsso.signon.SignOn;

/** The Fusebill part of the gateway: the API that issues tokens, and both portals. */
public final class Fusebill {
  private final FusebillApi api;
  private final FusebillPortal portal;
  private final FusebillPortal managedPortal;

  public Fusebill(SignOn signOn, FusebillAccounts accounts, FusebillSettings settings) {
    api = new FusebillApi(signOn, accounts, settings);
    portal = new FusebillPortal(signOn, accounts, "/Portal", "Customer portal");
    managedPortal =
        new FusebillPortal(signOn, accounts, "/ManagedPortal", "Managed customer portal");
  }

  /** Adds everything that Fusebill answers. */
  public void mount(Routes routes) {
    api.mount(routes);
    portal.mount(routes);
    managedPortal.mount(routes);
  }
}
