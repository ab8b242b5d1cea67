@NullMarked
package org.billingsso.samples;

import org.jspecify.annotations.NullMarked;
