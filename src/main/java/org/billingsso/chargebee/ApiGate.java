package org.billingsso.chargebee;

import java.util.Optional;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.directory.Site;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Incoming;
import org.billingsso.http.RateLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call of the API passes: whose key it carries, and whether the site may call now. */
final class ApiGate {
  private static final Logger log = LoggerFactory.getLogger(ApiGate.class);

  private final Directory directory;
  private final RateLimit limit;

  /** An operation, for a caller whose site is known. */
  @FunctionalInterface
  interface Operation {
    /**
     * What to answer.
     *
     * @throws ApiError where the call fails
     */
    Answer answer(Site site, Incoming request);
  }

  ApiGate(Directory directory, RateLimit limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /** An endpoint that lets a call through to the operation, or answers with its error. */
  Endpoint before(Operation operation) {
    return request -> {
      try {
        Site site = siteOf(request);
        if (!site.portalThroughApi()) {
          throw ApiError.of(
              ErrorCode.API_AUTHORIZATION_FAILED,
              "This site does not allow access to the portal through the API");
        }
        RateLimit.Quota quota = limit.take(site.name());
        if (quota.exceeded()) {
          return ApiErrors.answer(
                  ApiError.of(
                      ErrorCode.API_REQUEST_LIMIT_EXCEEDED,
                      "Too many calls: this site may make " + quota.limit() + " in a minute"))
              .with("Retry-After", Long.toString(quota.resetSeconds()));
        }
        return operation.answer(site, request);
      } catch (ApiError failed) {
        return ApiErrors.answer(failed);
      }
    };
  }

  private Site siteOf(Incoming request) {
    return Authorization.of(request)
        .flatMap(
            given ->
                given instanceof Authorization.Basic basic
                    ? basic.user()
                    : Optional.<String>empty())
        .filter(key -> !key.isEmpty())
        .flatMap(key -> directory.siteOfKey(Secret.of(key)))
        .orElseThrow(
            () -> {
              log.info(
                  "A call of the Chargebee API from {} carried no API key of a site here",
                  request.client());
              return ApiError.unauthenticated();
            });
  }
}
