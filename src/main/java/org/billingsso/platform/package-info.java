/** What a billing platform is to the gateway: accounts, settings, and routes in a world. */
@NullMarked
package org.billingsso.platform;

import org.jspecify.annotations.NullMarked;
