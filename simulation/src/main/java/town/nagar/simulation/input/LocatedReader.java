package town.nagar.simulation.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads one JSON text with the line of every value; members given twice are refused. */
final class LocatedReader {
    private static final int DEEPEST = 64;

    /** NaN is let through here so that the field it stands in can refuse it by name. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private LocatedReader() {}

    /**
     * The value that a text is.
     *
     * @param file what messages call the text
     * @throws InputException naming the file, the line and what is wrong there
     */
    static Located read(String file, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw wrong(file, 1, "is empty; allowed is a JSON object");
            }
            Located value = value(parser);
            if (parser.nextToken() != null) {
                throw wrong(file, lineOf(parser), "something follows the end of the JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw wrong(file, line, "is not JSON: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static InputException wrong(String file, int line, String what) {
        return new InputException(List.of("%s, line %d: %s".formatted(file, line, what)));
    }

    private static int lineOf(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Located value(JsonParser parser) throws IOException {
        int line = lineOf(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, line);
            case START_ARRAY -> items(parser, line);
            case VALUE_STRING -> new Located.Text(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Located.Amount(parser.getDoubleValue(), parser.getText(), line);
            case VALUE_TRUE -> new Located.Flag(true, line);
            case VALUE_FALSE -> new Located.Flag(false, line);
            default -> new Located.Nothing(line);
        };
    }

    private static Located members(JsonParser parser, int line) throws IOException {
        var values = new LinkedHashMap<String, Located>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Located.Members(values, line);
    }

    private static Located items(JsonParser parser, int line) throws IOException {
        var values = new ArrayList<Located>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Located.Items(values, line);
    }
}
