/**
 * The one edge of REST dialects: whoever calls is authenticated, permitted, counted and answered in
 * the dialect's words, in the same way for every platform.
 */
@NullMarked
package org.billingsso.rest;

import org.jspecify.annotations.NullMarked;
