package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.tools.ws.wscompile.WsimportTool;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.billingsso.directory.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that the JAX-WS tools generate from what the gateway says of itself. */
class JaxWsClientIT {
  private static final String PACKAGE = "generated";
  private static final RunningApi API = RunningApi.started();

  @TempDir private static Path directory;
  private static URLClassLoader generated;
  private static Object port;

  @BeforeAll
  static void generate() throws Exception {
    URL wsdl = URI.create(API.address() + "/soap/6.0/?wsdl").toURL();
    Path classes = Files.createDirectories(directory.resolve("classes"));
    boolean done =
        new WsimportTool(System.err)
            .run(new String[] {"-quiet", "-d", classes.toString(), "-p", PACKAGE, wsdl.toString()});
    assertThat(done).isTrue();
    generated = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    Class<?> service = generated.loadClass(PACKAGE + ".SsoService");
    Object instance = service.getConstructor(URL.class).newInstance(wsdl);
    port = service.getMethod("getSsoPort").invoke(instance);
  }

  @AfterAll
  static void stop() throws Exception {
    generated.close();
    API.close();
  }

  @Test
  void getsALink() throws Throwable {
    String link = (String) call("getSingleSignOn", session(), "DC47E143FA", "", "50", "faq", "");

    assertThat(link).startsWith(API.address() + "/support/?lang=en&logintoken=");
  }

  @Test
  void getsAPartnersLink() throws Throwable {
    String session = session();

    assertThat(call("setPartner", session, "PARTNER01")).isEqualTo(true);
    assertThat(
            (String)
                call(
                    "getPartnerSingleSignOn",
                    session,
                    "admin@partner01.example",
                    "PARTNER01",
                    "https://secure.2checkout.com/partners/",
                    "",
                    ""))
        .startsWith(API.address() + "/partners/?logintoken=");
  }

  @Test
  void readsObjectsAndLists() throws Throwable {
    String session = session();
    Object customer = call("getCustomerInformation", session, "352365983", "");
    Object subscriptions = call("getCustomerSubscriptions", session, "352365983", "");
    Object partner = call("getPartnerByCode", session, "PARTNER01");

    assertThat(value(customer, "getFirstName")).isEqualTo("Ada");
    assertThat(value(customer, "isEnabled")).isEqualTo(true);
    assertThat((List<?>) value(subscriptions, "getItem")).hasSize(2);
    assertThat(value(partner, "getAvailableCreditLimit")).isEqualTo(7450.5);
  }

  @Test
  void readsWhatIsNotKnownAsEmpty() throws Throwable {
    Object customer = call("getCustomerInformation", otherSession(), "700000001", "");

    assertThat(value(customer, "getLastName")).isEqualTo("Other");
    assertThat(value(customer, "getCompany")).isEqualTo("");
  }

  @Test
  void readsAFault() throws Throwable {
    String session = session();

    assertThatThrownBy(() -> call("getSingleSignOn", session, "", "", "", "", ""))
        .isInstanceOfSatisfying(
            SOAPFaultException.class,
            thrown -> {
              SOAPFault fault = thrown.getFault();
              assertThat(fault.getFaultString())
                  .isEqualTo("The subscription reference is mandatory.");
              assertThat(fault.getFaultCode()).isEqualTo("INVALID_SUBSCRIPTION");
              assertThat(fault.getDetail().getTextContent()).contains("20007");
            });
  }

  private static String session() throws Throwable {
    return login("DEMOSHOP", "demo-secret-key");
  }

  private static String otherSession() throws Throwable {
    return login("OTHERSHOP", "other-secret-key");
  }

  private static String login(String merchantCode, String secretKey) throws Throwable {
    String date = new LoginDate(API.clock.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA3_256, Secret.of(secretKey), merchantCode, date);
    return (String) call("login", merchantCode, date, hash, "sha3-256");
  }

  private static Object call(String operation, Object... arguments) throws Throwable {
    Class<?> portType = generated.loadClass(PACKAGE + ".SsoPortType");
    Method method =
        Arrays.stream(portType.getMethods())
            .filter(each -> each.getName().equals(operation))
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static @Nullable Object value(Object object, String getter) throws Exception {
    return object.getClass().getMethod(getter).invoke(object);
  }
}
