package org.billingsso.portal;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import org.billingsso.http.Answer;
import org.billingsso.http.ErrorWords;
import org.billingsso.http.Routes;
import org.billingsso.pages.StaticTemplates;
import org.billingsso.pages.Templates;

/** Turns templates into answers with the security headers that every page of ours has. */
public final class Pages {
  /** All templates; each method takes what its template shows. */
  public static final Templates TEMPLATES = new StaticTemplates();

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final int USUAL_BYTES = 8 * 1024;

  private Pages() {}

  /** Adds what all pages load. */
  public static void mount(Routes routes) {
    Asset.mount(routes);
  }

  /** A page whose forms, if it has any, lead to pages of ours. */
  public static Answer show(int status, JteModel page) {
    return show(status, page, FormsLeadTo.OUR_PAGES);
  }

  /** A page. */
  public static Answer show(int status, JteModel page, FormsLeadTo target) {
    Utf8ByteOutput html = new Utf8ByteOutput(USUAL_BYTES);
    page.render(html);
    return guarded(Answer.of(status, "text/html; charset=utf-8", html.toByteArray()))
        .with(
            "Content-Security-Policy",
            target == FormsLeadTo.OUR_PAGES ? POLICY + "; form-action 'self'" : POLICY);
  }

  /** How a portal says that a request was refused by its status alone. */
  public static ErrorWords errors(PortalLayout portal) {
    return (error, request) ->
        show(
            error.status(),
            TEMPLATES.portalError(
                Page.forAnybody(request, portal, title(error.status())), error.reason()));
  }

  static Answer text(int status, String text) {
    return guarded(Answer.of(status, "text/plain; charset=utf-8", text));
  }

  private static Answer guarded(Answer answer) {
    return answer.notStored().with("Referrer-Policy", "no-referrer");
  }

  private static String title(int status) {
    return switch (status) {
      case 403 -> "This is not allowed";
      case 404 -> "There is no such page";
      case 405 -> "This page is only to be read";
      default -> status < 500 ? "This request was not understood" : "Something went wrong here";
    };
  }
}
