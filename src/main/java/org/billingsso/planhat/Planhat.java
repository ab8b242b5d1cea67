package org.billingsso.planhat;

import org.billingsso.config.Section;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;

/** The Planhat part of the gateway: the API that makes links, and the portals behind them. */
public final class Planhat implements Platform<Tenants, PlanhatSettings> {

  @Override
  public Section<Tenants> accounts() {
    return Tenants.SECTION;
  }

  @Override
  public Section<PlanhatSettings> settings() {
    return PlanhatSettings.SECTION;
  }

  @Override
  public void mount(Installation<Tenants, PlanhatSettings> installation, Routes routes) {
    new PlanhatApi(installation).mount(routes);
    new PlanhatPortal(installation.signOn(), installation.accounts()).mount(routes);
  }
}
