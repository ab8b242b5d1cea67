package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rpc.RpcMethod;
import org.billingsso.rpc.RpcParam;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the 2Checkout API that sign people on, and those that find whom to sign on. The
 * order of parameters is the protocol's positional order. Every method throws {@link ApiRefusal}
 * with a row of the API's error table. Implements "Methods" of the specification.
 */
public interface TwoCheckoutApi {

  /** Opens a session and answers its id. */
  @RpcMethod({"login", "Login"})
  String login(
      @RpcParam("merchantCode") @Nullable String merchantCode,
      @RpcParam("date") @Nullable String date,
      @RpcParam("hash") @Nullable String hash,
      @RpcParam("algo") @Nullable String algo);

  /** Answers a link that signs a subscription's customer in to myAccount. */
  @RpcMethod("getSingleSignOn")
  String getSingleSignOn(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("subscriptionReference") @Nullable String subscriptionReference,
      @RpcParam("email") @Nullable String email,
      @RpcParam("validityTime") @Nullable String validityTime,
      @RpcParam("accessPage") @Nullable String accessPage,
      @RpcParam("validationIp") @Nullable String validationIp);

  /** Answers a link that signs a customer in to myAccount. */
  @RpcMethod("getSingleSignOnByCustomer")
  String getSingleSignOnByCustomer(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("idCustomer") @Nullable String idCustomer,
      @RpcParam("customerType") @Nullable String customerType,
      @RpcParam("page") @Nullable String page,
      @RpcParam("request") @Nullable JsonNode request,
      @RpcParam("validityTime") @Nullable String validityTime,
      @RpcParam("validationIp") @Nullable String validationIp,
      @RpcParam("languageCode") @Nullable String languageCode);

  /** Answers a buy link that signs a customer in on the way to the cart. */
  @RpcMethod("getSingleSignOnInCart")
  String getSingleSignOnInCart(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("idCustomer") @Nullable String idCustomer,
      @RpcParam("customerType") @Nullable String customerType,
      @RpcParam("url") @Nullable String url,
      @RpcParam("validityTime") @Nullable String validityTime,
      @RpcParam("validationIp") @Nullable String validationIp);

  /** Answers the customer whom an unused token would sign in, without using it. */
  @RpcMethod("getCustomerInformationBySSOToken")
  CustomerView getCustomerInformationBySsoToken(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("singleSignOnToken") @Nullable String singleSignOnToken);

  /** Chooses the partner that the session's later calls are about. */
  @RpcMethod("setPartner")
  boolean setPartner(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("partnerCode") @Nullable String partnerCode);

  /** Answers an active partner. */
  @RpcMethod("getPartnerByCode")
  PartnerView getPartnerByCode(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("partnerCode") @Nullable String partnerCode);

  /** Answers the active partners whose code, name or address contains the text. */
  @RpcMethod("searchPartners")
  List<PartnerView> searchPartners(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("searchString") @Nullable JsonNode searchString);

  /** Answers a link that signs a partner's user in to the control panel. */
  @RpcMethod("getPartnerSingleSignOn")
  String getPartnerSingleSignOn(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("email") @Nullable String email,
      @RpcParam("partnerCode") @Nullable String partnerCode,
      @RpcParam("accessPage") @Nullable String accessPage,
      @RpcParam("validityTime") @Nullable String validityTime,
      @RpcParam("validationIP") @Nullable JsonNode validationIp);

  /** Answers a subscription. */
  @RpcMethod("getSubscription")
  SubscriptionView getSubscription(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("subscriptionReference") @Nullable String subscriptionReference);

  /** Answers the subscriptions of a customer. */
  @RpcMethod("getCustomerSubscriptions")
  List<SubscriptionView> getCustomerSubscriptions(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("customerReference") @Nullable String customerReference,
      @RpcParam("externalCustomerReference") @Nullable String externalCustomerReference);

  /** Answers a customer. */
  @RpcMethod("getCustomerInformation")
  CustomerView getCustomerInformation(
      @RpcParam("sessionID") @Nullable String sessionId,
      @RpcParam("customerReference") @Nullable String customerReference,
      @RpcParam("externalCustomerReference") @Nullable String externalCustomerReference);
}
