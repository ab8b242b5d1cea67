package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.BindingID;
import com.sun.xml.ws.api.pipe.ClientTubeAssemblerContext;
import com.sun.xml.ws.api.pipe.ServerTubeAssemblerContext;
import com.sun.xml.ws.api.pipe.Tube;
import com.sun.xml.ws.api.pipe.TubelineAssembler;
import com.sun.xml.ws.api.pipe.TubelineAssemblerFactory;
import com.sun.xml.ws.api.server.Container;
import com.sun.xml.ws.api.server.SDDocument;
import com.sun.xml.ws.api.server.WSEndpoint;
import com.sun.xml.ws.binding.BindingImpl;
import com.sun.xml.ws.server.SDDocumentImpl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.namespace.QName;
import org.billingsso.http.HttpError;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SOAP service in the JAX-WS runtime. Making it takes longer than all else at a start, so that it
 * is made in the background once it is asked for, and the first message waits for it.
 */
public final class SoapService {
  private static final Logger log = LoggerFactory.getLogger(SoapService.class);

  /**
   * What is served.
   *
   * @param name of the service in its descriptions
   * @param port the name of its port
   * @param descriptions where they are, by the names that clients ask for; all of the same service
   * @param model the name of the one that the runtime goes by
   */
  public record SoapDescription(
      QName name, String port, Map<String, String> descriptions, String model) {
    public SoapDescription {
      descriptions = Map.copyOf(descriptions);
    }
  }

  private final SoapDescription description;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<SoapAdapter> adapter = new CompletableFuture<>();
  private volatile @Nullable Throwable failure;

  public SoapService(SoapDescription description) {
    this.description = description;
  }

  /** Has it made in the background, unless that was begun. */
  public void start() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(this::make, "soap service");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Whether nobody has to wait for it any more. */
  public boolean isMade() {
    return adapter.isDone();
  }

  /** Why it does not work; empty where it does, or may yet. */
  public Optional<String> problem() {
    return failure == null
        ? Optional.empty()
        : Optional.of("SOAP does not work: its service could not be made; the log says why.");
  }

  String namespace() {
    return description.name().getNamespaceURI();
  }

  boolean describes(String name) {
    return description.descriptions().containsKey(name);
  }

  /**
   * The way into it, once it is made.
   *
   * @throws HttpError 503 where it could not be made
   */
  SoapAdapter adapter() {
    start();
    try {
      return adapter.join();
    } catch (CompletionException notMade) {
      throw new HttpError(503)
          .because(
              Diagnosis.of("the SOAP service could not be made")
                  .seen(String.valueOf(notMade.getCause())));
    }
  }

  private void make() {
    try {
      adapter.complete(made());
    } catch (RuntimeException | Error cannot) {
      failure = cannot;
      log.error("SOAP does not work: its service cannot be made", cannot);
      adapter.completeExceptionally(cannot);
    }
  }

  private SoapAdapter made() {
    Map<String, Wsdl> sources = new HashMap<>();
    description.descriptions().forEach((name, where) -> sources.put(name, new Wsdl(where)));
    QName port = new QName(namespace(), description.port());
    WSEndpoint<SoapProvider> endpoint =
        WSEndpoint.create(
            SoapProvider.class,
            false,
            null,
            description.name(),
            port,
            new SoapContainer(),
            BindingImpl.create(BindingID.SOAP11_HTTP),
            sources.get(description.model()),
            List.of(),
            null,
            true);
    Map<String, SDDocument> documents = new HashMap<>();
    sources.forEach(
        (name, source) ->
            documents.put(name, SDDocumentImpl.create(source, description.name(), null)));
    return SoapAdapter.of(endpoint, documents);
  }

  /** Has the runtime read and write by our codec, and hand each message to the provider. */
  private static final class SoapContainer extends Container {
    @Override
    public <S> @Nullable S getSPI(Class<S> type) {
      return type == TubelineAssemblerFactory.class
          ? type.cast(new Assembly())
          : super.getSPI(type);
    }
  }

  private static final class Assembly extends TubelineAssemblerFactory
      implements TubelineAssembler {
    @Override
    public TubelineAssembler doCreate(BindingID binding) {
      return this;
    }

    @Override
    public Tube createServer(ServerTubeAssemblerContext context) {
      context.setCodec(new SoapCodec());
      return context.getTerminalTube();
    }

    @Override
    public Tube createClient(ClientTubeAssemblerContext context) {
      throw new UnsupportedOperationException("This is a server");
    }
  }
}
