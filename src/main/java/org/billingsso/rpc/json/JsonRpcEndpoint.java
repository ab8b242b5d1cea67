package org.billingsso.rpc.json;

import static org.billingsso.rpc.RpcMapper.MAPPER;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Exchange;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.Dispatcher;
import org.billingsso.rpc.ProtocolError;
import org.jspecify.annotations.Nullable;

/**
 * Answers JSON-RPC 2.0 over HTTP POST, calls and batches, whatever the content type says. The HTTP
 * status is 200, also where the call failed, and 204 where there is nothing to answer.
 */
public final class JsonRpcEndpoint implements Endpoint {
  private static final String PROTOCOL = "json-rpc";
  private static final int USUAL_ANSWER_BYTES = 512;

  /** What the protocol leaves to the server: the {@code data} of an error, or null for none. */
  @FunctionalInterface
  public interface ErrorData extends Function<ApiRefusal, @Nullable Object> {}

  /**
   * How many calls one batch may hold, since its answer may have many times its size.
   *
   * @param calls at most
   * @param setting where the operator decides that
   */
  public record LongestBatch(int calls, String setting) {}

  private final Dispatcher<?> dispatcher;
  private final LongestBatch longest;
  private final JsonReader reader;
  private final ErrorData errorData;

  public JsonRpcEndpoint(Dispatcher<?> dispatcher, LongestBatch longest, ErrorData errorData) {
    this.dispatcher = dispatcher;
    this.longest = longest;
    this.reader = new JsonReader(longest.calls());
    this.errorData = errorData;
  }

  @Override
  public Answer answer(Exchange request) {
    JsonNode json;
    try {
      json = reader.read(request.body());
    } catch (ApiRefusal notJson) {
      return refusal(notJson, request);
    }
    boolean batch = json.isArray() && !json.isEmpty();
    if (batch && json.size() > longest.calls()) {
      return refusal(
          ProtocolError.INVALID_REQUEST.because(
              Diagnosis.of("the batch is too long")
                  .seen(json.size() + " calls")
                  .expected("at most " + longest.calls())
                  .setting(longest.setting())),
          request);
    }
    List<Reply> replies = new ArrayList<>(1);
    for (JsonNode each : batch ? json : List.of(json)) {
      reply(each, request).ifPresent(replies::add);
    }
    return answer(replies, batch);
  }

  /** What to say to one request; empty for a notification, whatever came of it. */
  private Optional<Reply> reply(JsonNode json, Exchange exchange) {
    JsonRpcRequest request;
    try {
      request = JsonRpcRequest.read(json);
    } catch (ApiRefusal invalid) {
      dispatcher.refused(invalid, PROTOCOL, exchange);
      return Optional.of(Reply.error(JsonRpcRequest.idOf(json), invalid));
    }
    JsonNode id = request.id();
    try {
      Object result = dispatcher.call(request.call(), PROTOCOL, exchange);
      return id == null ? Optional.empty() : Optional.of(Reply.result(id, result));
    } catch (ApiRefusal refused) {
      return id == null ? Optional.empty() : Optional.of(Reply.error(id, refused));
    }
  }

  /** What to say where there is no request that it could be said to. */
  private Answer refusal(ApiRefusal error, Exchange exchange) {
    dispatcher.refused(error, PROTOCOL, exchange);
    return answer(List.of(Reply.error(NullNode.getInstance(), error)), false);
  }

  private Answer answer(List<Reply> replies, boolean batch) {
    if (replies.isEmpty()) {
      return Answer.status(204);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_ANSWER_BYTES);
    try (JsonGenerator out = MAPPER.createGenerator(body)) {
      if (batch) {
        out.writeStartArray();
      }
      for (Reply reply : replies) {
        reply.write(out, errorData);
      }
      if (batch) {
        out.writeEndArray();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("Nothing fails in memory", impossible);
    }
    return Answer.json(200, body.toByteArray()).notStored();
  }
}
