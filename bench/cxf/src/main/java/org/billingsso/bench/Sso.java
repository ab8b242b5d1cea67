package org.billingsso.bench;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import java.util.UUID;

/** The one call of the gateway's SOAP service that is measured, without anything behind it. */
@WebService(serviceName = "SsoService", targetNamespace = "urn:twocheckout:sso")
@SOAPBinding(style = SOAPBinding.Style.RPC)
public class Sso {
  /** A URL with fresh random digits, of the same length as a login link. */
  @WebMethod
  @WebResult(name = "getSingleSignOnReturn", partName = "getSingleSignOnReturn")
  public String getSingleSignOn(
      @WebParam(name = "sessionID", partName = "sessionID") String sessionId,
      @WebParam(name = "subscriptionReference", partName = "subscriptionReference")
          String subscriptionReference,
      @WebParam(name = "email", partName = "email") String email,
      @WebParam(name = "validityTime", partName = "validityTime") String validityTime,
      @WebParam(name = "accessPage", partName = "accessPage") String accessPage,
      @WebParam(name = "validationIp", partName = "validationIp") String validationIp) {
    String digits = (UUID.randomUUID() + "00000000").replace("-", "");
    return "http://127.0.0.1:18080/myaccount/?lang=en&logintoken=" + digits;
  }
}
