/** Holds every engine to the storage contract: promises, races, crashes, expiry. */
@NullMarked
package org.billingsso.store;

import org.jspecify.annotations.NullMarked;
