/** What the tests of several packages share. */
@NullMarked
package org.billingsso;

import org.jspecify.annotations.NullMarked;
