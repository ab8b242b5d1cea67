package org.billingsso.rpc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a parameter as clients name it. The order of the annotated parameters is their positional
 * order. Their types are {@code String}, null where the argument is missing or null and else its
 * text, or {@code JsonNode}, null where it is missing and else as it was sent.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RpcParam {
  /** The name, which clients may write in any letter case. */
  String value();
}
