/**
 * The Chargebee dialect: portal sessions through the API, the portal they open, and the portal's
 * own login, which signs people on to the integrator's site.
 */
@NullMarked
package org.billingsso.chargebee;

import org.jspecify.annotations.NullMarked;
