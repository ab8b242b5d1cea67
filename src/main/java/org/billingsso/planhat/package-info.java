/**
 * The Planhat dialect: one-click links into the portals that companies share with their end users.
 */
@NullMarked
package org.billingsso.planhat;

import org.jspecify.annotations.NullMarked;
