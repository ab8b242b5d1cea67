/**
 * What the portals of all platforms share: the sign-on that lets a browser in by a login link and
 * knows it again by its cookie, the pages for whoever is signed in, the pages for links that let
 * nobody in, and the layout, pieces and security headers of every page. The templates are in {@code
 * src/main/jte}; they are compiled with the sources into {@code org.billingsso.pages}.
 */
@NullMarked
package org.billingsso.portal;

import org.jspecify.annotations.NullMarked;
