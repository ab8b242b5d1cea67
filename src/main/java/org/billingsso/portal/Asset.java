package org.billingsso.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.billingsso.http.Answer;
import org.billingsso.http.Routes;

/** A file that pages load from us. Its path tells its content, so browsers keep it for good. */
public enum Asset {
  STYLESHEET("portal.css", "text/css; charset=utf-8"),
  ICON("icon.svg", "image/svg+xml");

  private final String path;
  private final String contentType;
  private final String content;

  Asset(String file, String contentType) {
    this.content = read(file);
    this.path = "/assets/" + Integer.toHexString(content.hashCode()) + "/" + file;
    this.contentType = contentType;
  }

  /** Where it is served. */
  public String path() {
    return path;
  }

  static void mount(Routes routes) {
    for (Asset asset : values()) {
      Answer answer =
          Answer.of(200, asset.contentType, asset.content)
              .with("Cache-Control", "public, max-age=31536000, immutable");
      routes.get(asset.path, request -> answer);
    }
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(Asset.class.getResourceAsStream("/portal/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's own " + file + " cannot be read", e);
    }
  }
}
