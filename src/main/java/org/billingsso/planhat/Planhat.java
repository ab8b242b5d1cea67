package org.billingsso.planhat;

import org.billingsso.http.Routes;
import org.billingsso.signon.SignOn;

/** The Planhat part of the gateway: the API that makes links, and the portals behind them. */
public final class Planhat {
  private final PlanhatApi api;
  private final PlanhatPortal portal;

  public Planhat(SignOn signOn, Tenants tenants, PlanhatSettings settings) {
    api = new PlanhatApi(signOn, tenants, settings);
    portal = new PlanhatPortal(signOn, tenants);
  }

  /** Adds everything that Planhat answers. */
  public void mount(Routes routes) {
    api.mount(routes);
    portal.mount(routes);
  }
}
