/**
 * The ledger of what the gateway does as each platform, the page that is made of it, and what holds
 * both to the tests.
 */
@NullMarked
package org.billingsso.fidelity;

import org.jspecify.annotations.NullMarked;
