package town.nagar.ingestion.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import town.nagar.ingestion.mapping.MappingException;

/**
 * One system to ask.
 *
 * @param name of the connector, in metrics, sources and for its key
 * @param kind what its answers look like
 * @param url {@code http} or {@code https}
 * @param every how often
 * @param filters {@code filters[field]} of data.gov.in
 * @param pageSize records a page, where there are pages
 * @param mapping the file name of the mapping, for {@code csv} and {@code json}
 * @param records the field with the list of records, for {@code json}; empty for the whole answer
 */
record ConnectorSpec(
        String name,
        Kind kind,
        URI url,
        Duration every,
        Map<String, String> filters,
        int pageSize,
        String mapping,
        String records) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int PAGE_SIZE = 500;
    private static final List<String> FIELDS =
            List.of("name", "kind", "url", "every", "filters", "page-size", "mapping", "records");

    /** What answers look like. */
    enum Kind {
        DATA_GOV_IN_AQI,
        AGMARKNET,
        IMD_CURRENT,
        IMD_CITY,
        CSV,
        JSON;

        boolean isPaged() {
            return this == DATA_GOV_IN_AQI || this == AGMARKNET;
        }
    }

    ConnectorSpec {
        filters = Map.copyOf(filters);
        Fetcher.requireHttp(url);
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new MappingException(
                    "connector name '%s' is not of letters a to z, digits, dashes".formatted(name));
        }
        if ((kind == Kind.CSV || kind == Kind.JSON) && mapping.isEmpty()) {
            throw new MappingException("connector %s has no mapping".formatted(name));
        }
    }

    /**
     * The connectors of a file; none if there is no such file.
     *
     * @throws MappingException if it cannot be read; names the field
     */
    static List<ConnectorSpec> read(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            List<ConnectorSpec> specs = new ArrayList<>();
            for (JsonNode node : YAML.readTree(file.toFile()).path("connectors")) {
                specs.add(of(node, "%s[%d]".formatted(file.getFileName(), specs.size())));
            }
            return specs;
        } catch (IOException e) {
            throw new MappingException("%s is not YAML".formatted(file.getFileName()), e);
        }
    }

    private static ConnectorSpec of(JsonNode node, String place) {
        node.fieldNames()
                .forEachRemaining(field -> {
                    if (!FIELDS.contains(field)) {
                        throw new MappingException(
                                "%s.%s is not known; allowed: %s".formatted(place, field, FIELDS));
                    }
                });
        Map<String, String> filters = new LinkedHashMap<>();
        JsonNode given = node.path("filters");
        given.fieldNames().forEachRemaining(name -> filters.put(name, given.path(name).asText()));
        return new ConnectorSpec(
                node.path("name").asText(),
                kind(node.path("kind").asText(), place),
                url(node.path("url").asText(), place),
                every(node.path("every").asText("PT1H"), place),
                filters,
                node.path("page-size").asInt(PAGE_SIZE),
                node.path("mapping").asText(""),
                node.path("records").asText(""));
    }

    private static URI url(String text, String place) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MappingException("%s.url is not a URL".formatted(place), e);
        }
    }

    private static Kind kind(String word, String place) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() ->
                        new MappingException(
                                "%s.kind is '%s'; allowed: data-gov-in-aqi, agmarknet,"
                                                .formatted(place, word)
                                        + " imd-current, imd-city, csv, json"));
    }

    private static Duration every(String text, String place) {
        try {
            Duration every = Duration.parse(text);
            if (every.isPositive()) {
                return every;
            }
        } catch (DateTimeParseException e) {
            // refused below, like a duration that is not above zero
        }
        throw new MappingException(
                "%s.every is '%s'; allowed: such as PT1H".formatted(place, text));
    }
}
