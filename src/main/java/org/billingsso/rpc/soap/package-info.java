/** Calls in SOAP 1.1 envelopes over HTTP, of style rpc, literal or encoded; and their WSDL. */
@NullMarked
package org.billingsso.rpc.soap;

import org.jspecify.annotations.NullMarked;
