/** Tests of the HTTP server. */
@NullMarked
package org.billingsso.http;

import org.jspecify.annotations.NullMarked;
