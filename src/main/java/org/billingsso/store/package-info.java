/**
 * The storage contract and its engines. A store keeps opaque records under typed keys and offers
 * compare-and-set; it knows no rule, so that no engine can get one wrong.
 */
@NullMarked
package org.billingsso.store;

import org.jspecify.annotations.NullMarked;
