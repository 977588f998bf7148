package town.nagar.ingestion.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/** The reader by hand against a JSON Schema validator, on good messages and broken ones. */
class SchemaTwinTest {
    private static final int MESSAGES = 4_000;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(
                            tools.jackson.databind.DeserializationFeature
                                    .USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final Map<Domain, Schema> SCHEMAS = schemas();

    private static Map<Domain, Schema> schemas() {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<Domain, Schema> schemas = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            schemas.put(domain, registry.getSchema(Schemas.of(domain), InputFormat.JSON));
        }
        return schemas;
    }

    private static boolean schemaAccepts(Domain domain, String message) {
        JsonNode node;
        try {
            node = JSON.readTree(message);
        } catch (tools.jackson.core.JacksonException e) {
            return false;
        }
        return !node.isMissingNode()
                && Objects.requireNonNull(SCHEMAS.get(domain)).validate(node).isEmpty();
    }

    private static boolean readerAccepts(Domain domain, String message) {
        return MessageReader.read(domain, true, message.getBytes(StandardCharsets.UTF_8))
                .items()
                .stream()
                .noneMatch(item -> item.isWrong() && item.reason().isOfShape());
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void theReaderAcceptsExactlyWhatTheSchemaAccepts(Domain domain) {
        Random random = new Random(20_260_206L);
        int accepted = 0;
        for (int i = 0; i < MESSAGES; i++) {
            String message = new Generator(domain, random).message();
            boolean expected = schemaAccepts(domain, message);
            assertThat(readerAccepts(domain, message)).as(message).isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).isBetween(MESSAGES / 10, MESSAGES * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void theSchemaKnowsEveryQuantityOfItsDomain(Domain domain) {
        JsonNode values =
                JSON.readTree(Schemas.of(domain)).at("/$defs/item/properties/values/properties");
        assertThat(values.propertyNames())
                .containsExactlyElementsOf(
                        Quantities.of(domain).list().stream().map(Quantity::name).toList());
    }

    @Test
    void bytesThatAreNoTextAreRefusedByBoth() {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
        assertThat(MessageReader.read(Domain.TRAFFIC, true, bytes).items())
                .allMatch(item -> item.isWrong() && item.reason().isOfShape());
    }

    /** Writes messages that are mostly good, with a flaw here and there. */
    private static final class Generator {
        private final Random random;
        private final List<String> names;

        private Generator(Domain domain, Random random) {
            this.random = random;
            names = Quantities.of(domain).list().stream().map(Quantity::name).toList();
        }

        private boolean one(int in) {
            return random.nextInt(in) == 0;
        }

        private String any(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private String message() {
            String whole =
                    switch (random.nextInt(6)) {
                        case 0 -> "[%s, %s]".formatted(item(), item());
                        case 1 ->
                                "{\"readings\":[%s]%s}"
                                        .formatted(item(), one(8) ? ",\"more\":{\"a\":[1]}" : "");
                        case 2 ->
                                one(6)
                                        ? any(
                                                "[]",
                                                "7",
                                                "null",
                                                "\"a\"",
                                                "",
                                                " ",
                                                "{}",
                                                "[7]",
                                                "[[]]",
                                                "{\"readings\":7}",
                                                "{\"readings\":[]}")
                                        : item();
                        default -> item();
                    };
            return one(30) ? whole.substring(0, random.nextInt(whole.length() + 1)) : whole;
        }

        private String item() {
            Stream.Builder<String> fields = Stream.builder();
            if (!one(20)) {
                fields.add("\"sensor_id\":" + sensorId());
            }
            if (!one(20)) {
                fields.add("\"%s\":%s".formatted(any("event_time", "timestamp", "time"), time()));
            }
            if (one(25)) {
                fields.add("\"time\":" + time());
            }
            addValues(fields);
            addRest(fields);
            return "{" + String.join(one(60) ? ",," : ",", fields.build().toList()) + "}";
        }

        private void addValues(Stream.Builder<String> fields) {
            boolean nested = random.nextBoolean();
            if (nested) {
                fields.add("\"values\":" + (one(20) ? any("[]", "3", "{}", "null") : values()));
            }
            if (!nested || one(20)) {
                String inside = values();
                fields.add(inside.substring(1, inside.length() - 1));
            }
        }

        private String values() {
            Stream.Builder<String> values = Stream.builder();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                String name =
                        one(40)
                                ? "nonsense"
                                : names.get((i * 5 + random.nextInt(5)) % names.size());
                values.add("\"%s\":%s".formatted(name, value()));
            }
            return "{" + String.join(",", values.build().toList()) + "}";
        }

        private String value() {
            return one(12)
                    ? any(
                            "null",
                            "\"7\"",
                            "true",
                            "[1]",
                            "{\"a\":{\"b\":1}}",
                            "1e400",
                            "-1e16",
                            "NaN",
                            "01",
                            "1.",
                            "1e15")
                    : any("0", "-0.0", "45", "32.5", "1.5e3", "-7", "1e-400", "99999999");
        }

        private String sensorId() {
            return one(12)
                    ? any(
                            "\"\"",
                            "7",
                            "\"a b\"",
                            "\"ä\"",
                            "\"%s\"".formatted("x".repeat(51)),
                            "null")
                    : any("\"T001\"", "\"M:POTATO:Desi\"", "\"%s\"".formatted("x".repeat(50)));
        }

        private String time() {
            return one(8)
                    ? any(
                            "\"2026-02-06\"",
                            "\"2026-02-06T08:00:00\"",
                            "\"2026-13-06T08:00:00Z\"",
                            "\"2026-02-06T24:00:00Z\"",
                            "\"2026-02-06T08:00:00.Z\"",
                            "null",
                            "1.5",
                            "1e16",
                            "\"2026-02-06T08:00:00+5:30\"",
                            "\"2026-02-06t08:00:00Z\"",
                            "\"2026-02-06T08:00:00.1234567890Z\"",
                            "\"2026-02-06T08:00:00Zx\"",
                            "{}",
                            "\"2026-02-06T08:00:00+\"",
                            "\"2026-02-06T08:\"",
                            "\"\"")
                    : any(
                            "\"2026-02-06T08:00:00Z\"",
                            "\"2026-02-06T08:00Z\"",
                            "1770364770000",
                            "\"2026-02-06T08:00:00.123456789+0530\"",
                            "1.77e12",
                            "-5",
                            "\"2026-02-31T08:00:00-05:30\"",
                            "\"0000-01-01T00:00:00Z\"");
        }

        private void addRest(Stream.Builder<String> fields) {
            if (one(4)) {
                fields.add(
                        "\"units\":"
                                + (one(4)
                                        ? any(
                                                "7",
                                                "{\"%s\":7}".formatted(names.getFirst()),
                                                "{\"nonsense\":\"g\"}",
                                                "{\"%s\":\"\"}".formatted(names.getFirst()))
                                        : "{\"%s\":\"x\"}".formatted(names.getFirst())));
            }
            if (one(4)) {
                fields.add(
                        "\"labels\":"
                                + (one(3)
                                        ? any(
                                                "[]",
                                                "{\"a b\":\"c\"}",
                                                "{\"a\":7}",
                                                labels(21),
                                                "{\"a\":\"b\\u0000c\"}",
                                                "{\"a\":\"b\\ud800c\"}",
                                                "{\"a\":\"%s\"}".formatted("😀".repeat(201)))
                                        : any(
                                                "{}",
                                                labels(20),
                                                "{\"a\":\"%s\"}".formatted("😀".repeat(200)))));
            }
            if (one(4)) {
                fields.add(
                        any(
                                "\"lat\":23,\"lon\":72",
                                "\"lat\":23",
                                "\"coordinates\":[23,72]",
                                "\"coordinates\":[23]",
                                "\"lat\":181,\"lon\":1",
                                "\"lat\":\"a\",\"lon\":1",
                                "\"coordinates\":[23,72],\"lat\":1,\"lon\":1",
                                "\"coordinates\":[1,2,3]",
                                "\"coordinates\":[\"a\",2]",
                                "\"coordinates\":{}"));
            }
            if (one(10)) {
                fields.add(
                        any(
                                "\"id\":\"7\"",
                                "\"id\":7",
                                "\"domain\":\"noise\"",
                                "\"id\":\"%s\"".formatted("x".repeat(65))));
            }
        }

        private static String labels(int count) {
            return Stream.iterate(0, i -> i + 1)
                    .limit(count)
                    .map(i -> "\"k%d\":\"v\"".formatted(i))
                    .collect(java.util.stream.Collectors.joining(",", "{", "}"));
        }
    }
}
