package org.billingsso.planhat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.http.MaximumLength;

/** How a call names an end user. */
sealed interface EndUserId {

  /** By the platform's own id: 24 hex digits, in lower case. */
  record Own(String hex) implements EndUserId {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{24}");

    @Override
    public Optional<EndUser> of(Tenant tenant) {
      return tenant.endUser(hex);
    }
  }

  /** By the id that the tenant gave it: {@code extid-} and that. */
  record External(String id) implements EndUserId {
    private static final String PREFIX = "extid-";

    @Override
    public Optional<EndUser> of(Tenant tenant) {
      return tenant.endUserByExternalId(id);
    }
  }

  /** By the id in the system that it was imported from: {@code srcid-} and that. */
  record Source(String id) implements EndUserId {
    private static final String PREFIX = "srcid-";

    @Override
    public Optional<EndUser> of(Tenant tenant) {
      return tenant.endUserBySourceId(id);
    }
  }

  /** The end user of that tenant whom it names. */
  Optional<EndUser> of(Tenant tenant);

  /** The id in a path, percent-decoded; empty where it has none of the forms. */
  static Optional<EndUserId> parse(String text) {
    if (!MaximumLength.REFERENCE.admits(text)) {
      return Optional.empty();
    }
    if (Own.FORM.matcher(text).matches()) {
      return Optional.of(new Own(text.toLowerCase(Locale.ROOT)));
    }
    Optional<EndUserId> external = after(External.PREFIX, text).map(External::new);
    return external.or(() -> after(Source.PREFIX, text).map(Source::new));
  }

  private static Optional<String> after(String prefix, String text) {
    return text.startsWith(prefix) && text.length() > prefix.length()
        ? Optional.of(text.substring(prefix.length()))
        : Optional.empty();
  }
}
