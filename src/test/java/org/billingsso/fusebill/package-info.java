/** Tests of the Fusebill dialect from outside. */
@NullMarked
package org.billingsso.fusebill;

import org.jspecify.annotations.NullMarked;
