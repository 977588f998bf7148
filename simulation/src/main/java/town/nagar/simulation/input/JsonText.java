package town.nagar.simulation.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import town.nagar.engine.json.Json;

/** A read value as JSON again, on one line, numbers as they stood in the file. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static String of(Json value) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Json value) throws IOException {
        switch (value) {
            case Json.Text(var text, var _) -> out.writeString(text);
            case Json.Amount(var _, var text, var _) -> out.writeNumber(text);
            case Json.Flag(var flag, var _) -> out.writeBoolean(flag);
            case Json.Nothing(var _) -> out.writeNull();
            case Json.Items(var items, var _) -> {
                out.writeStartArray();
                for (Json item : items) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            case Json.Members(var members, var _) -> {
                out.writeStartObject();
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
        }
    }
}
