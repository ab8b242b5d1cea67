@NullMarked
package org.billingsso.signon;

import org.jspecify.annotations.NullMarked;
