package org.billingsso.planhat;

/** How Planhat's answer to an issued link is written. */
public enum IssueShape {
  TEXT,
  JSON_STRING,
  OBJECT
}
