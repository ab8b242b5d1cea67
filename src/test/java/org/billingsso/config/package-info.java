@NullMarked
package org.billingsso.config;

import org.jspecify.annotations.NullMarked;
