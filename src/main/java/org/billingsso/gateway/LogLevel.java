package org.billingsso.gateway;

/** How much of what happens is logged; each includes those before it. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG
}
