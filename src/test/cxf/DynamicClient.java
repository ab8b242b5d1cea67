import java.util.List;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.endpoint.dynamic.JaxWsDynamicClientFactory;

/**
 * A client that CXF makes at run time of a WSDL. Arguments: the WSDL, then merchant code, date and
 * hash of a login. Prints what each call comes to on a line of its own.
 */
final class DynamicClient {
  private static Client client;

  public static void main(String[] args) throws Exception {
    client = JaxWsDynamicClientFactory.newInstance().createClient(args[0]);
    String session = (String) call("login", args[1], args[2], args[3], "");
    System.out.println(call("getSingleSignOn", session, "DC47E143FA", "", "50", "faq", ""));
    Object customer = call("getCustomerInformation", session, "352365983", "");
    System.out.println(value(customer, "getFirstName") + " " + value(customer, "isEnabled"));
    Object subscriptions = call("getCustomerSubscriptions", session, "352365983", "");
    System.out.println(((List<?>) value(subscriptions, "getItem")).size() + " subscriptions");
    System.out.println(call("setPartner", session, "PARTNER01"));
    try {
      call("getSingleSignOn", session, "", "", "", "", "");
    } catch (SoapFault fault) {
      System.out.println(fault.getFaultCode().getLocalPart() + " " + fault.getMessage());
    }
    client.close();
  }

  private static Object call(String operation, Object... arguments) throws Exception {
    return client.invoke(operation, arguments)[0];
  }

  private static Object value(Object object, String getter) throws Exception {
    return object.getClass().getMethod(getter).invoke(object);
  }
}
