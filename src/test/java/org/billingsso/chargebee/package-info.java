/** Holds the Chargebee dialect to its contract, from outside. */
@NullMarked
package org.billingsso.chargebee;

import org.jspecify.annotations.NullMarked;
