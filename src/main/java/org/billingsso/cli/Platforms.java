package org.billingsso.cli;

import java.util.List;
import org.billingsso.chargebee.Sites;
import org.billingsso.directory.DirectoryFile;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Merchants;

/** What the gateway knows of the platforms before it serves them. */
public final class Platforms {
  /** Reads the accounts of all platforms. */
  public static final DirectoryFile DIRECTORY =
      new DirectoryFile(
          List.of(Merchants.SECTION, Sites.SECTION, Tenants.SECTION, FusebillAccounts.SECTION));

  private Platforms() {}
}
