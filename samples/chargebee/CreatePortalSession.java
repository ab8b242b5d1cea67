import com.chargebee.APIException;
import com.chargebee.Environment;
import com.chargebee.models.PortalSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A link into the customer portal, with Chargebee's SDK for Java. */
final class CreatePortalSession {

  private static final URI GATEWAY =
      URI.create(Optional.ofNullable(System.getenv("GATEWAY")).orElse("http://127.0.0.1:8080"));

  public static void main(String[] args) throws Exception {
    try {
      PortalSession session =
          PortalSession.create()
              .customerId("cb_ada")
              .redirectUrl("http://localhost:3000/signed-out")
              .request(site())
              .portalSession();
      System.out.println(session.accessUrl());
    } catch (APIException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** The SDK writes site, dot, suffix. With Chargebee itself, the two properties are not set. */
  private static Environment site() {
    String[] siteAndSuffix = GATEWAY.getAuthority().split("\\.", 2);
    System.setProperty("com.chargebee.api.protocol", GATEWAY.getScheme());
    System.setProperty("com.chargebee.api.domain.suffix", siteAndSuffix[1]);
    return new Environment(siteAndSuffix[0], "test_demo_key");
  }
}
