package org.billingsso.planhat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.Routes;
import org.billingsso.journal.Diagnosis;
import org.billingsso.planhat.PlanhatDialect.Caller;
import org.billingsso.platform.Installation;
import org.billingsso.rest.ApiEdge;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;

/** The API: who has access to a portal, and links into it. */
final class PlanhatApi {
  private static final String LINKS = "/shareabletokens";
  private static final String ID = "id";
  private static final String NO_ACCESS = "The end user has no access to a portal";

  private final SignOn signOn;
  private final PlanhatSettings settings;
  private final ApiEdge<Caller> edge;

  PlanhatApi(Installation<Tenants, PlanhatSettings> installation) {
    this.signOn = installation.signOn();
    this.settings = installation.settings();
    this.edge =
        new ApiEdge<>(
            new PlanhatDialect(installation.accounts()),
            List.of(
                installation
                    .limits()
                    .of("planhat", settings.callsPerMinute(), Duration.ofMinutes(1))),
            settings.enforceLimits());
  }

  void mount(Routes routes) {
    Routes api = edge.below(routes);
    api.get(LINKS + "/access/{" + ID + "}", edge.operation("access", this::access));
    api.get(LINKS + "/{" + ID + "}", edge.operation("issue", this::issue));
    edge.nothingElse(
        api,
        LINKS + "/*",
        "This operation is not part of the emulation",
        "GET /shareabletokens/{id} or /shareabletokens/access/{id}");
  }

  private Answer access(Caller caller, Exchange exchange) {
    boolean access = endUser(caller, exchange).flatMap(caller.tenant()::portalOf).isPresent();
    Answer answer =
        switch (caller.tenant().accessShape()) {
          case BOOLEAN -> Answer.json(200, Boolean.toString(access));
          case OBJECT ->
              Answer.json(
                  200, JsonNodeFactory.instance.objectNode().put("access", access).toString());
          case STATUS -> {
            if (!access) {
              throw PlanhatDialect.refusal(403, NO_ACCESS);
            }
            yield Answer.status(200);
          }
        };
    return answer.notStored();
  }

  private Answer issue(Caller caller, Exchange exchange) {
    if (exchange.method().equals("HEAD")) {
      throw new HttpError(405, "A link is made with GET");
    }
    Tenant tenant = caller.tenant();
    EndUser endUser =
        endUser(caller, exchange)
            .orElseThrow(() -> PlanhatDialect.refusal(404, "There is no such end user"));
    SharedPortal portal =
        tenant.portalOf(endUser).orElseThrow(() -> PlanhatDialect.refusal(403, NO_ACCESS));
    Subject subject = new Subject(tenant.name(), endUser.id());
    LinkRequest link =
        LinkRequest.of(PlanhatPortal.KIND, subject, portal.slug())
            .validFor(settings.linkValidity());
    String token = signOn.at(exchange.now()).links().issue(link).token().value();
    String url = exchange.url(PlanhatPortal.REDIRECT + token);
    return shaped(url, tenant.issueShape(), exchange).notStored();
  }

  private static Answer shaped(String url, IssueShape shape, Exchange request) {
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

  private static boolean acceptsJsonAlone(Exchange request) {
    return request.accepted("Accept").equals(List.of("application/json"));
  }

  private static Optional<EndUser> endUser(Caller caller, Exchange exchange) {
    String text = exchange.pathParameter(ID);
    EndUserId id =
        EndUserId.parse(text)
            .orElseThrow(
                () ->
                    PlanhatDialect.refusal(
                            400,
                            "An end user's id is 24 hex digits, or begins with extid- or srcid-")
                        .because(Diagnosis.of("the id has none of the three forms").seen(text)));
    return id.of(caller.tenant());
  }
}
