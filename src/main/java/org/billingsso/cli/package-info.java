/**
 * The command line: commands, configuration, and the wiring of all parts. The only package that
 * knows everything; nothing knows it.
 */
@NullMarked
package org.billingsso.cli;

import org.jspecify.annotations.NullMarked;
