/** Holds the command line to its promises: configuration, commands, and the packaged program. */
@NullMarked
package org.billingsso.cli;

import org.jspecify.annotations.NullMarked;
