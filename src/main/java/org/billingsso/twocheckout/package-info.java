/**
 * The 2Checkout dialect: shopper sign-on and Channel Manager sign-on over JSON-RPC and SOAP, with
 * the platform's own methods, rules, errors and portals.
 */
@NullMarked
package org.billingsso.twocheckout;

import org.jspecify.annotations.NullMarked;
