package org.billingsso.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A connection that keeps the path of the request on it as it was sent. Jetty itself is given the
 * root instead: it would refuse odd paths in words of its own, before anybody could say which
 * protocol they are for, and would read some otherwise than {@link RequestPath} does.
 */
final class GatewayConnection extends HttpConnection {
  private static final String ROOT = "/";
  private static final String AFTER_SCHEME = "://";

  private volatile String path = ROOT;

  /** Makes them. */
  static final class Factory extends HttpConnectionFactory {
    Factory(HttpConfiguration configuration) {
      super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      HttpConnection connection =
          new GatewayConnection(getHttpConfiguration(), connector, endPoint);
      connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
      return configure(connection, connector, endPoint);
    }
  }

  private GatewayConnection(
      HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
  }

  /** The path of that request, which runs, as it was sent. */
  static String pathOf(Request request) {
    return request.getConnectionMetaData().getConnection() instanceof GatewayConnection ours
        ? ours.path
        : Request.getPathInContext(request);
  }

  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
    int from = pathFrom(method, target);
    if (from < 0) {
      path = target;
      return super.newHttpStream(method, target, version);
    }
    int query = indexOf('?', target, from);
    int fragment = indexOf('#', target, from);
    int to = Math.min(query, fragment);
    path = from == to ? ROOT : target.substring(from, to);
    String rest = query < fragment ? target.substring(query, fragment) : "";
    return super.newHttpStream(method, target.substring(0, from) + ROOT + rest, version);
  }

  /** Where the path begins; negative where the target is none of an HTTP URL. */
  private static int pathFrom(String method, String target) {
    if (target.startsWith(ROOT)) {
      return 0;
    }
    int authority = target.indexOf(AFTER_SCHEME);
    if (authority < 0 || method.equals("CONNECT")) {
      return -1;
    }
    int from = authority + AFTER_SCHEME.length();
    return Math.min(
        indexOf('/', target, from),
        Math.min(indexOf('?', target, from), indexOf('#', target, from)));
  }

  private static int indexOf(char sign, String text, int from) {
    int at = text.indexOf(sign, from);
    return at < 0 ? text.length() : at;
  }
}
