package org.billingsso.twocheckout;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the 2Checkout API that sign people on, and those that find whom to sign on. The
 * order of parameters is the protocol's positional order. It is the contract of the server and, as
 * a proxy of jsonrpc4j or a port of JAX-WS, a client over either protocol. Implements "Methods" of
 * the specification.
 */
@WebService(name = "SsoPortType", targetNamespace = TwoCheckoutApi.NAMESPACE)
@SOAPBinding(style = SOAPBinding.Style.RPC)
public interface TwoCheckoutApi {
  /** The target namespace of the WSDL. */
  String NAMESPACE = "urn:twocheckout:sso";

  /** Opens a session and answers its id. */
  @JsonRpcMethod("login")
  @WebMethod(operationName = "login")
  @WebResult(name = "loginReturn", partName = "loginReturn")
  String login(
      @JsonRpcParam("merchantCode") @WebParam(name = "merchantCode") @Nullable String merchantCode,
      @JsonRpcParam("date") @WebParam(name = "date") @Nullable String date,
      @JsonRpcParam("hash") @WebParam(name = "hash") @Nullable String hash,
      @JsonRpcParam("algo") @WebParam(name = "algo") @Nullable String algo);

  /** Answers a link that signs a subscription's customer in to myAccount. */
  @JsonRpcMethod("getSingleSignOn")
  @WebMethod(operationName = "getSingleSignOn")
  @WebResult(name = "getSingleSignOnReturn", partName = "getSingleSignOnReturn")
  String getSingleSignOn(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("subscriptionReference") @WebParam(name = "subscriptionReference")
          @Nullable String subscriptionReference,
      @JsonRpcParam("email") @WebParam(name = "email") @Nullable String email,
      @JsonRpcParam("validityTime") @WebParam(name = "validityTime") @Nullable String validityTime,
      @JsonRpcParam("accessPage") @WebParam(name = "accessPage") @Nullable String accessPage,
      @JsonRpcParam("validationIp") @WebParam(name = "validationIp") @Nullable String validationIp);

  /** Answers a link that signs a customer in to myAccount. */
  @JsonRpcMethod("getSingleSignOnByCustomer")
  @WebMethod(operationName = "getSingleSignOnByCustomer")
  @WebResult(name = "getSingleSignOnByCustomerReturn", partName = "getSingleSignOnByCustomerReturn")
  String getSingleSignOnByCustomer(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("idCustomer") @WebParam(name = "idCustomer") @Nullable String idCustomer,
      @JsonRpcParam("customerType") @WebParam(name = "customerType") @Nullable String customerType,
      @JsonRpcParam("page") @WebParam(name = "page") @Nullable String page,
      @JsonRpcParam("request") @WebParam(name = "request") @Nullable String request,
      @JsonRpcParam("validityTime") @WebParam(name = "validityTime") @Nullable String validityTime,
      @JsonRpcParam("validationIp") @WebParam(name = "validationIp") @Nullable String validationIp,
      @JsonRpcParam("languageCode") @WebParam(name = "languageCode") @Nullable String languageCode);

  /** Answers a buy link that signs a customer in on the way to the cart. */
  @JsonRpcMethod("getSingleSignOnInCart")
  @WebMethod(operationName = "getSingleSignOnInCart")
  @WebResult(name = "getSingleSignOnInCartReturn", partName = "getSingleSignOnInCartReturn")
  String getSingleSignOnInCart(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("idCustomer") @WebParam(name = "idCustomer") @Nullable String idCustomer,
      @JsonRpcParam("customerType") @WebParam(name = "customerType") @Nullable String customerType,
      @JsonRpcParam("url") @WebParam(name = "url") @Nullable String url,
      @JsonRpcParam("validityTime") @WebParam(name = "validityTime") @Nullable String validityTime,
      @JsonRpcParam("validationIp") @WebParam(name = "validationIp") @Nullable String validationIp);

  /** Answers the customer whom an unused token would sign in, without using it. */
  @JsonRpcMethod(value = "getCustomerInformationBySSOToken", required = true)
  @WebMethod(operationName = "getCustomerInformationBySSOToken")
  @WebResult(
      name = "getCustomerInformationBySSOTokenReturn",
      partName = "getCustomerInformationBySSOTokenReturn")
  @XmlJavaTypeAdapter(XmlView.OfCustomer.class)
  CustomerView getCustomerInformationBySsoToken(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("singleSignOnToken") @WebParam(name = "singleSignOnToken")
          @Nullable String singleSignOnToken);

  /** Chooses the partner that the session's later calls are about. */
  @JsonRpcMethod("setPartner")
  @WebMethod(operationName = "setPartner")
  @WebResult(name = "setPartnerReturn", partName = "setPartnerReturn")
  boolean setPartner(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("partnerCode") @WebParam(name = "partnerCode") @Nullable String partnerCode);

  /** Answers an active partner. */
  @JsonRpcMethod("getPartnerByCode")
  @WebMethod(operationName = "getPartnerByCode")
  @WebResult(name = "getPartnerByCodeReturn", partName = "getPartnerByCodeReturn")
  @XmlJavaTypeAdapter(XmlView.OfPartner.class)
  PartnerView getPartnerByCode(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("partnerCode") @WebParam(name = "partnerCode") @Nullable String partnerCode);

  /** Answers the active partners whose code, name or address contains the text. */
  @JsonRpcMethod("searchPartners")
  @WebMethod(operationName = "searchPartners")
  @WebResult(name = "searchPartnersReturn", partName = "searchPartnersReturn")
  @XmlJavaTypeAdapter(XmlView.OfPartners.class)
  PartnerView[] searchPartners(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("searchString") @WebParam(name = "searchString") @Nullable String searchString);

  /** Answers a link that signs a partner's user in to the control panel. */
  @JsonRpcMethod("getPartnerSingleSignOn")
  @WebMethod(operationName = "getPartnerSingleSignOn")
  @WebResult(name = "getPartnerSingleSignOnReturn", partName = "getPartnerSingleSignOnReturn")
  String getPartnerSingleSignOn(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("email") @WebParam(name = "email") @Nullable String email,
      @JsonRpcParam("partnerCode") @WebParam(name = "partnerCode") @Nullable String partnerCode,
      @JsonRpcParam("accessPage") @WebParam(name = "accessPage") @Nullable String accessPage,
      @JsonRpcParam("validityTime") @WebParam(name = "validityTime") @Nullable String validityTime,
      @JsonRpcParam("validationIP") @WebParam(name = "validationIP") @Nullable String validationIp);

  /** Answers a subscription. */
  @JsonRpcMethod("getSubscription")
  @WebMethod(operationName = "getSubscription")
  @WebResult(name = "getSubscriptionReturn", partName = "getSubscriptionReturn")
  @XmlJavaTypeAdapter(XmlView.OfSubscription.class)
  SubscriptionView getSubscription(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("subscriptionReference") @WebParam(name = "subscriptionReference")
          @Nullable String subscriptionReference);

  /** Answers the subscriptions of a customer. */
  @JsonRpcMethod("getCustomerSubscriptions")
  @WebMethod(operationName = "getCustomerSubscriptions")
  @WebResult(name = "getCustomerSubscriptionsReturn", partName = "getCustomerSubscriptionsReturn")
  @XmlJavaTypeAdapter(XmlView.OfSubscriptions.class)
  SubscriptionView[] getCustomerSubscriptions(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("customerReference") @WebParam(name = "customerReference")
          @Nullable String customerReference,
      @JsonRpcParam("externalCustomerReference") @WebParam(name = "externalCustomerReference")
          @Nullable String externalCustomerReference);

  /** Answers a customer. */
  @JsonRpcMethod("getCustomerInformation")
  @WebMethod(operationName = "getCustomerInformation")
  @WebResult(name = "getCustomerInformationReturn", partName = "getCustomerInformationReturn")
  @XmlJavaTypeAdapter(XmlView.OfCustomer.class)
  CustomerView getCustomerInformation(
      @JsonRpcParam("sessionID") @WebParam(name = "sessionID") @Nullable String sessionId,
      @JsonRpcParam("customerReference") @WebParam(name = "customerReference")
          @Nullable String customerReference,
      @JsonRpcParam("externalCustomerReference") @WebParam(name = "externalCustomerReference")
          @Nullable String externalCustomerReference);
}
