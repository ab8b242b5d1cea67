/**
 * The core: login links and the policies they follow, the API sessions of back ends, the portal
 * sessions of people, and why somebody was refused. It knows no HTTP, no protocol and no engine;
 * every rule about time, single use and succession is here and nowhere else.
 */
@NullMarked
package org.billingsso.signon;

import org.jspecify.annotations.NullMarked;
