/**
 * A platform that does not exist, with all that a platform has: it shows what adding one takes, and
 * {@code docs/adding-a-platform.md} walks through it.
 */
@NullMarked
package org.billingsso.toy;

import org.jspecify.annotations.NullMarked;
