/**
 * The gateway as a whole. {@link org.billingsso.gateway.Gateway} starts it, a {@link
 * org.billingsso.gateway.World} is everything that a request may depend on, and the platforms are a
 * list in {@link org.billingsso.gateway.Platforms}.
 */
@NullMarked
package org.billingsso.gateway;

import org.jspecify.annotations.NullMarked;
