/**
 * Shows that a login link lets one visitor in, once, in time: under concurrency, across nodes and
 * across crashes, on every engine. What clients saw is recorded as a history and checked.
 */
@NullMarked
package org.billingsso.once;

import org.jspecify.annotations.NullMarked;
