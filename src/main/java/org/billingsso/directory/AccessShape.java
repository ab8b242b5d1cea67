package org.billingsso.directory;

/** How Planhat's answer to an access check is written. */
public enum AccessShape {
  BOOLEAN,
  OBJECT,
  STATUS
}
