package org.billingsso.rpc.json;

import static org.billingsso.rpc.RpcMapper.MAPPER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.billingsso.http.Answer;
import org.billingsso.http.ErrorWords;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rpc.ProtocolError;
import org.billingsso.rpc.json.JsonRpcEndpoint.ErrorData;

/**
 * What was refused by an HTTP status, as an error object of JSON-RPC 2.0, section 5.1. The status
 * stays, the {@code id} is null because no request was read, and the number is that of {@link
 * ProtocolError#of}.
 *
 * @param errorData what errors of that API have as {@code data}
 */
public record JsonRpcWords(ErrorData errorData) implements ErrorWords {

  @Override
  public Answer answer(HttpError error, Exchange exchange) {
    ApiRefusal refusal = ProtocolError.of(error.status()).saying(error.reason());
    ObjectNode reply = MAPPER.createObjectNode().put("jsonrpc", "2.0").putNull("id");
    ObjectNode told = reply.putObject("error");
    told.put("code", refusal.number()).put("message", refusal.message());
    Object data = errorData.apply(refusal);
    if (data != null) {
      told.set("data", MAPPER.valueToTree(data));
    }
    return Answer.json(error.status(), reply.toString()).notStored();
  }
}
