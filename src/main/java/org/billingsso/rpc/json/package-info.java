/** Calls in JSON-RPC 2.0 envelopes over HTTP. */
@NullMarked
package org.billingsso.rpc.json;

import org.jspecify.annotations.NullMarked;
