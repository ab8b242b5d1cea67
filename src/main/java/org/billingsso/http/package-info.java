/**
 * The HTTP server and what every request passes: routes, the client's address, limits, security
 * headers. A request becomes an {@link org.billingsso.http.Exchange}, an endpoint turns it into an
 * {@link org.billingsso.http.Answer}, and that is written at once with its length.
 */
@NullMarked
package org.billingsso.http;

import org.jspecify.annotations.NullMarked;
