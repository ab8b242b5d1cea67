/**
 * Remote procedure calls, whatever they travel in: a call is a method name and arguments, the
 * {@link org.billingsso.rpc.Dispatcher} finds the method of an annotated interface and binds them,
 * and a call that fails ends in one {@link org.billingsso.journal.ApiRefusal}. The envelopes are in
 * {@code rpc.json} and {@code rpc.soap}.
 */
@NullMarked
package org.billingsso.rpc;

import org.jspecify.annotations.NullMarked;
