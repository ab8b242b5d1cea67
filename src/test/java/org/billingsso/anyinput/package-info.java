/** That whatever is sent gets an answer of the protocol it was sent in, on every platform. */
@NullMarked
package org.billingsso.anyinput;

import org.jspecify.annotations.NullMarked;
