package org.billingsso.bench;

import org.apache.cxf.jaxws.JaxWsServerFactoryBean;

/** Serves {@link Sso} with CXF on its Jetty. */
public final class Cxf {
  private Cxf() {}

  /** Listens on the port that is the only argument. */
  public static void main(String[] arguments) {
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setServiceBean(new Sso());
    factory.setAddress("http://127.0.0.1:" + arguments[0] + "/soap/");
    factory.create();
  }
}
