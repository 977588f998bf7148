package town.nagar.ingestion.websocket;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * What a frame says beside its reading.
 *
 * @param type {@code auth}, or empty for a reading
 * @param id told back in the answer; empty if there is none
 * @param domain the reading's domain
 * @param key the API key of an {@code auth} frame
 */
record Frame(String type, String id, String domain, String key) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Looks at the top level only; broken JSON gives what stands before the break. */
    static Frame of(String text) {
        String type = "";
        String id = "";
        String domain = "";
        String key = "";
        try (JsonParser json =
                JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            for (String name = next(json, object); !name.isEmpty(); name = next(json, object)) {
                JsonToken value = json.nextToken();
                String word = value == JsonToken.VALUE_STRING ? json.getString() : "";
                switch (name) {
                    case "type" -> type = word;
                    case "id" -> id = word;
                    case "domain" -> domain = word;
                    case "api_key" -> key = word;
                    default -> json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return new Frame(type, id, domain, key);
        }
        return new Frame(type, id, domain, key);
    }

    private static String next(JsonParser json, boolean object) {
        String name = object ? json.nextName() : "";
        return name == null ? "" : name;
    }

    boolean isAuth() {
        return type.equals("auth");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Frame[type=%s, id=%s, domain=%s]".formatted(type, id, domain);
    }
}
