/**
 * A dialect of a platform that does not exist, made of what any dialect finds: it shows what adding
 * one takes, and {@code docs/adding-a-platform.md} speaks of it.
 */
@NullMarked
package org.billingsso.toy;

import org.jspecify.annotations.NullMarked;
