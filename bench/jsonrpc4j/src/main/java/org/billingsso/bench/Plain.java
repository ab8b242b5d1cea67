package org.billingsso.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** Serves the call that is measured with jsonrpc4j's own server in a servlet. */
public final class Plain extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient JsonRpcBasicServer calls =
      new JsonRpcBasicServer(new ObjectMapper(), new Service(), Api.class);

  /** The call, without anything behind it. */
  public interface Api {
    /** A URL with fresh random digits, of the same length as a login link. */
    @JsonRpcMethod("getSingleSignOn")
    String getSingleSignOn(
        String sessionId, String subscriptionReference, String email, String validityTime);
  }

  private static final class Service implements Api {
    @Override
    public String getSingleSignOn(
        String sessionId, String subscriptionReference, String email, String validityTime) {
      String digits = (UUID.randomUUID() + "00000000").replace("-", "");
      return "http://127.0.0.1:18080/myaccount/?lang=en&logintoken=" + digits;
    }
  }

  /** Listens on the port that is the only argument. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server(Integer.parseInt(arguments[0]));
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Plain()), "/rpc/*");
    server.setHandler(context);
    server.start();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json-rpc");
    calls.handleRequest(request.getInputStream(), response.getOutputStream());
  }
}
