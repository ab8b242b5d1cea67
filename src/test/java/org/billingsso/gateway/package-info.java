/** The gateway as a whole, and its worlds. */
@NullMarked
package org.billingsso.gateway;

import org.jspecify.annotations.NullMarked;
