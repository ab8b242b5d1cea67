package org.billingsso.directory;

/** What is sold. */
public record Product(String code, String name) {}
