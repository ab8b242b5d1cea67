/** Tests of the Planhat dialect from outside. */
@NullMarked
package org.billingsso.planhat;

import org.jspecify.annotations.NullMarked;
