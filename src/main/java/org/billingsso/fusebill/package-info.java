/**
 * The Fusebill dialect, today's Stax Bill: single use tokens for the customers' portals, of which a
 * customer's newest is the only one that works.
 */
@NullMarked
package org.billingsso.fusebill;

import org.jspecify.annotations.NullMarked;
