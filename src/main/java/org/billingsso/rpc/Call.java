package org.billingsso.rpc;

/**
 * What an envelope carries.
 *
 * @param method the name, as it was sent but for surrounding blanks
 * @param arguments in whatever way the envelope names them
 */
public record Call(String method, Arguments arguments) {
  public Call {
    method = method.strip();
  }
}
