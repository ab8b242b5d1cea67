@NullMarked
package org.billingsso.rpc.json;

import org.jspecify.annotations.NullMarked;
