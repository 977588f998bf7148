package town.nagar.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Descriptions of an API as they are kept beside the documents. */
public final class KeptDescription {
    private KeptDescription() {}

    /** As YAML, keys in alphabetic order. */
    public static String yaml(JsonNode api) throws JsonProcessingException {
        ObjectMapper mapper =
                new ObjectMapper(
                                YAMLFactory.builder()
                                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                        .build())
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return mapper.writeValueAsString(mapper.treeToValue(api, Object.class));
    }
}
