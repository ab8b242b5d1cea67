/** The Billing SSO Gateway; {@link org.billingsso.gateway.Gateway} is the way in. */
@NullMarked
package org.billingsso;

import org.jspecify.annotations.NullMarked;
