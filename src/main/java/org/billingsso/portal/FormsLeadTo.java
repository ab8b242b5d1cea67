package org.billingsso.portal;

/** Where the answers to the forms of a page may send the browser. */
public enum FormsLeadTo {
  /** To pages of ours. */
  OUR_PAGES,

  /**
   * To whatever the site that the person came from has named, and on to wherever that redirects:
   * Chromium holds every redirect of a form's answer against the policy of the form's page, so no
   * list of origins would do.
   */
  ANY_SITE;

  /** To any site where the form has a way out. */
  public static FormsLeadTo wayOut(boolean exists) {
    return exists ? ANY_SITE : OUR_PAGES;
  }
}
