package org.billingsso.planhat;

/** Something that a company's portal shows to whoever has access. */
public record SharedContent(String title, String text) {}
