package town.nagar.simulation.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A read value as JSON again, on one line, numbers as they stood in the file. */
final class LocatedText {
    private static final JsonFactory JSON = new JsonFactory();

    private LocatedText() {}

    static String of(Located value) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Located value) throws IOException {
        switch (value) {
            case Located.Text(var text, var _) -> out.writeString(text);
            case Located.Amount(var _, var text, var _) -> out.writeNumber(text);
            case Located.Flag(var flag, var _) -> out.writeBoolean(flag);
            case Located.Nothing(var _) -> out.writeNull();
            case Located.Items(var items, var _) -> {
                out.writeStartArray();
                for (Located item : items) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            case Located.Members(var members, var _) -> {
                out.writeStartObject();
                for (Map.Entry<String, Located> member : members.entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
        }
    }
}
