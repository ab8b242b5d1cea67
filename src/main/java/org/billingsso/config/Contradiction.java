package org.billingsso.config;

/**
 * Settings that are possible each but make no sense, or no safe gateway, together.
 *
 * @param path of the setting to be changed first
 */
public record Contradiction(String path, String message) {}
