package org.billingsso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which programs a test drives. Where one is not on the PATH the test is skipped by name, and
 * under {@code bin/verify}, which installs them, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClientCondition.class)
public @interface NeedsClient {
  /** The programs' names. */
  String[] value();
}
