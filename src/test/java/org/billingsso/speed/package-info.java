/** That the gateway does not become slow; how fast it is, {@code bench/run} measures. */
@NullMarked
package org.billingsso.speed;

import org.jspecify.annotations.NullMarked;
