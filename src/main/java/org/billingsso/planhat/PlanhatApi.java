package org.billingsso.planhat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Directory;
import org.billingsso.directory.EndUser;
import org.billingsso.directory.IssueShape;
import org.billingsso.directory.SharedPortal;
import org.billingsso.directory.Tenant;
import org.billingsso.http.Answer;
import org.billingsso.http.ErrorAnswers;
import org.billingsso.http.HttpError;
import org.billingsso.http.Incoming;
import org.billingsso.http.RateLimit;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.http.Routes;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API: who has access to a portal, and links into it. */
final class PlanhatApi {
  private static final Logger log = LoggerFactory.getLogger(PlanhatApi.class);

  private static final String LINKS = "/shareabletokens";
  private static final String ID = "id";
  private static final String NO_ACCESS = "The end user has no access to a portal";

  private final SignOn signOn;
  private final Directory directory;
  private final PlanhatSettings settings;
  private final RateLimit limit;

  /** A tenant and the end user that one of its calls names. */
  private record NamedEndUser(Tenant tenant, Optional<EndUser> endUser) {
    Optional<SharedPortal> portal() {
      return endUser.flatMap(tenant::portalOf);
    }
  }

  PlanhatApi(SignOn signOn, Directory directory, PlanhatSettings settings) {
    this.signOn = signOn;
    this.directory = directory;
    this.settings = settings;
    this.limit = new RateLimit(settings.callsPerMinute(), Duration.ofMinutes(1), signOn.clock());
  }

  void mount(Routes routes) {
    ErrorAnswers words = this::refuse;
    Routes api = routes.refusingWith(words.loggedTo(log));
    api.get(LINKS + "/access/{" + ID + "}", this::access);
    api.get(LINKS + "/{" + ID + "}", this::issue);
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      api.on(method, LINKS + "/*", PlanhatApi::notHere);
    }
  }

  private Answer access(Incoming request) {
    NamedEndUser named = named(request);
    boolean access = named.portal().isPresent();
    Answer answer =
        switch (named.tenant().accessShape()) {
          case BOOLEAN -> Answer.json(200, Boolean.toString(access));
          case OBJECT ->
              Answer.json(
                  200, JsonNodeFactory.instance.objectNode().put("access", access).toString());
          case STATUS -> {
            if (!access) {
              throw new HttpError(403, NO_ACCESS);
            }
            yield Answer.status(200);
          }
        };
    return told(answer.notStored(), Optional.of(named.tenant()));
  }

  private Answer issue(Incoming request) {
    if (request.method().equals("HEAD")) {
      throw new HttpError(405, "A link is made with GET");
    }
    NamedEndUser named = named(request);
    EndUser endUser =
        named.endUser().orElseThrow(() -> new HttpError(404, "There is no such end user"));
    SharedPortal portal = named.portal().orElseThrow(() -> new HttpError(403, NO_ACCESS));
    Subject subject = new Subject(named.tenant().name(), endUser.id());
    LinkRequest link =
        LinkRequest.of(PlanhatPortal.KIND, subject, portal.slug())
            .validFor(settings.linkValidity());
    String token = signOn.links().issue(link).token().value();
    String url = request.origin() + PlanhatPortal.REDIRECT + token;
    Answer answer = shaped(url, named.tenant().issueShape(), request);
    return told(answer.notStored(), Optional.of(named.tenant()));
  }

  private static Answer shaped(String url, IssueShape shape, Incoming request) {
    return switch (shape) {
      case TEXT ->
          acceptsJsonAlone(request) ? json(url) : Answer.of(200, "text/html; charset=utf-8", url);
      case JSON_STRING -> json(url);
      case OBJECT ->
          Answer.json(200, JsonNodeFactory.instance.objectNode().put("url", url).toString());
    };
  }

  private static Answer json(String url) {
    return Answer.json(200, TextNode.valueOf(url).toString());
  }

  private static boolean acceptsJsonAlone(Incoming request) {
    List<String> accepted = request.headers().getQualityCSV(HttpHeader.ACCEPT);
    return accepted.size() == 1
        && accepted.get(0).split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }

  /** Who calls, about whom: every check that both operations share. */
  private NamedEndUser named(Incoming request) {
    Caller caller =
        Caller.of(request, directory)
            .orElseThrow(() -> new HttpError(401, "The API token is missing or unknown"));
    Quota quota = limit.take(caller.tenant().name());
    if (settings.enforceLimits() && quota.exceeded()) {
      throw new HttpError(429, "More than %d calls in a minute".formatted(quota.limit()));
    }
    if (!caller.token().sharesPortals()) {
      throw new HttpError(403, "The API token lacks the permission to share portals");
    }
    EndUserId id =
        EndUserId.parse(request.pathParameter(ID))
            .orElseThrow(
                () ->
                    new HttpError(
                        400, "An end user's id is 24 hex digits, or begins with extid- or srcid-"));
    return new NamedEndUser(caller.tenant(), id.of(caller.tenant()));
  }

  private static Answer notHere(Incoming request) {
    throw new HttpError(404, "This operation is not part of the emulation");
  }

  private Answer refuse(HttpError error, Incoming request) {
    String body = JsonNodeFactory.instance.objectNode().put("message", error.reason()).toString();
    Optional<Tenant> tenant = Caller.of(request, directory).map(Caller::tenant);
    Answer answer = told(Answer.json(error.status(), body).notStored(), tenant);
    return error.status() == 429
        ? answer.with("Retry-After", Long.toString(left(tenant).resetSeconds()))
        : answer;
  }

  /** The answer with what the tenant has left; for a stranger that is all of it. */
  private Answer told(Answer answer, Optional<Tenant> tenant) {
    Quota quota = left(tenant);
    return answer
        .with("X-Rate-Limit-Limit", Integer.toString(quota.limit()))
        .with("X-Rate-Limit-Remaining", Integer.toString(quota.remaining()));
  }

  private Quota left(Optional<Tenant> tenant) {
    return limit.look(tenant.map(Tenant::name).orElse(""));
  }
}
