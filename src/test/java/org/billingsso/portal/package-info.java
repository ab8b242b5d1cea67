/** What the tests of all portals share, and the tests of the portalSignOn. */
@NullMarked
package org.billingsso.portal;

import org.jspecify.annotations.NullMarked;
