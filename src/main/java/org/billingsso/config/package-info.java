/**
 * From YAML, environment variables and flags to records: one binder that finds all problems with
 * their places. It knows no setting and no account; whoever owns some declares them.
 */
@NullMarked
package org.billingsso.config;

import org.jspecify.annotations.NullMarked;
