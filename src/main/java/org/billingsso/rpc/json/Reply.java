package org.billingsso.rpc.json;

import static org.billingsso.rpc.RpcMapper.MAPPER;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rpc.json.JsonRpcEndpoint.ErrorData;

/** A response object of JSON-RPC 2.0, section 5: it has a result or an error, never both. */
sealed interface Reply {
  void write(JsonGenerator out, ErrorData errorData) throws IOException;

  static Reply result(JsonNode id, Object result) {
    return new Success(id, result);
  }

  static Reply error(JsonNode id, ApiRefusal error) {
    return new Failure(id, error);
  }

  /** A call that worked. */
  record Success(JsonNode id, Object result) implements Reply {
    @Override
    public void write(JsonGenerator out, ErrorData errorData) throws IOException {
      begin(id, out);
      out.writeFieldName("result");
      MAPPER.writeValue(out, result);
      out.writeEndObject();
    }
  }

  /** A call that did not. */
  record Failure(JsonNode id, ApiRefusal error) implements Reply {
    @Override
    public void write(JsonGenerator out, ErrorData errorData) throws IOException {
      begin(id, out);
      out.writeObjectFieldStart("error");
      out.writeNumberField("code", error.number());
      out.writeStringField("message", error.message());
      Object data = errorData.apply(error);
      if (data != null) {
        out.writeFieldName("data");
        MAPPER.writeValue(out, data);
      }
      out.writeEndObject();
      out.writeEndObject();
    }
  }

  private static void begin(JsonNode id, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("jsonrpc", "2.0");
    out.writeFieldName("id");
    MAPPER.writeTree(out, id);
  }
}
