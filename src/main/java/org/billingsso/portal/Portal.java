package org.billingsso.portal;

import java.util.Optional;
import java.util.function.Function;
import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Token;

/**
 * The pages of a portal, for whoever is signed in to it. What is not said otherwise is as in every
 * portal: links do not lead to the pages themselves, whoever is not signed in is told so, and a
 * sign-out ends at the first page.
 *
 * @param <V> how the dialect knows a visitor
 */
public final class Portal<V> {
  private final PortalSignOn signOn;
  private final Visitors<V> visitors;
  private final Function<Exchange, Optional<Answer>> entrance;
  private final Function<Exchange, Answer> signedOut;

  /** Finds the person whose session a request belongs to. */
  @FunctionalInterface
  public interface Visitors<V> {

    /** Empty where the accounts no longer have the person, or no longer let the person in. */
    Optional<V> find(Exchange request, PortalSession session);
  }

  public Portal(PortalSignOn signOn, Visitors<V> visitors) {
    this(signOn, visitors, request -> Optional.empty(), signOn::signedOut);
  }

  private Portal(
      PortalSignOn signOn,
      Visitors<V> visitors,
      Function<Exchange, Optional<Answer>> entrance,
      Function<Exchange, Answer> signedOut) {
    this.signOn = signOn;
    this.visitors = visitors;
    this.entrance = entrance;
    this.signedOut = signedOut;
  }

  /**
   * The same portal, where a login link is a page's own URL with a token in the query: the browser
   * goes on to that page without it.
   */
  public Portal<V> withTokenIn(String parameter) {
    return withTokenIn(
        parameter, Token::new, request -> used -> Destination.sameWithout(request, parameter));
  }

  /**
   * The same with what is special about it.
   *
   * @param reader makes a token of what is in the query
   * @param afterSignOn how a request with a token goes on
   */
  public Portal<V> withTokenIn(
      String parameter,
      Function<String, Token> reader,
      Function<Exchange, AfterSignOn> afterSignOn) {
    return new Portal<>(
        signOn,
        visitors,
        request -> signOn.enterByQuery(request, parameter, reader, afterSignOn.apply(request)),
        signedOut);
  }

  /** The same portal, which answers whoever is not signed in otherwise. */
  public Portal<V> orElse(Function<Exchange, Answer> otherwise) {
    return new Portal<>(signOn, visitors, entrance, otherwise);
  }

  /** A page: lets a login link in, or shows what there is to see for whoever is signed in. */
  public Endpoint page(Function<V, Answer> view) {
    return request ->
        entrance
            .apply(request)
            .or(() -> visitor(request).map(view))
            .orElseGet(() -> signedOut.apply(request));
  }

  /** The table whose routes are refused with error pages of this portal. */
  public Routes below(Routes routes) {
    return routes.refusingWith(Pages.errors(signOn.layout()));
  }

  private Optional<V> visitor(Exchange request) {
    return signOn.signedIn(request, session -> visitors.find(request, session));
  }
}
