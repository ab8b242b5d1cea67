package org.billingsso.planhat;

/** How Planhat's answer to an access check is written. */
public enum AccessShape {
  BOOLEAN,
  OBJECT,
  STATUS
}
