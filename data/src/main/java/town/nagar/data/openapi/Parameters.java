package town.nagar.data.openapi;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;

/** Query parameters of the Data API. */
final class Parameters {
    private Parameters() {}

    static Parameter text(String name, String description, String example) {
        return parameter(name, description, new StringSchema()).example(example);
    }

    static Parameter required(String name, String description, String example) {
        return text(name, description, example).required(true);
    }

    static Parameter word(String name, String description, String otherwise, String... allowed) {
        StringSchema schema = new StringSchema();
        schema.setEnum(List.of(allowed));
        if (!otherwise.isEmpty()) {
            schema.setDefault(otherwise);
        }
        return parameter(name, description, schema);
    }

    static Parameter integer(String name, String description, int otherwise, int min, int max) {
        IntegerSchema schema = new IntegerSchema();
        schema.setDefault(otherwise);
        schema.setMinimum(BigDecimal.valueOf(min));
        schema.setMaximum(BigDecimal.valueOf(max));
        return parameter(name, description, schema);
    }

    private static Parameter parameter(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }

    static Parameter start() {
        return text(
                "start",
                "First instant inside; without it, `end` less 24 h (fields 7 days, mandis 30 days)",
                "2026-02-06T00:00:00Z");
    }

    static Parameter end() {
        return text("end", "First instant after; without it, now", "2026-02-07T00:00:00Z");
    }

    /** The parameters of every history, after its own. */
    static List<Parameter> history(Parameter... own) {
        return Stream.concat(
                        Arrays.stream(own),
                        Stream.of(
                                start(),
                                end(),
                                word(
                                        "resolution",
                                        "Raw rows or buckets; Indian hours and days. `auto` is as"
                                                + " fine as `points` allows.",
                                        "raw",
                                        "raw",
                                        "1m",
                                        "10m",
                                        "1h",
                                        "1d",
                                        "auto"),
                                integer(
                                        "points",
                                        "At most so many buckets; given, the resolution is `auto`",
                                        500,
                                        1,
                                        20_000),
                                text(
                                        "metrics",
                                        "Only these, joined by commas",
                                        "vehicle_count,average_speed"),
                                integer("page", "From 1; not with `cursor`", 1, 1, 10_001),
                                integer("per_page", "Rows a page", 100, 1, 20_000),
                                text(
                                        "cursor",
                                        "`pagination.next` of the page before: deep pages cost no"
                                                + " more than the first",
                                        "MTc3MDM2NDgwMDAwMC4x"),
                                word(
                                        "count",
                                        "Whether `pagination.total` is found where that is not"
                                                + " cheap",
                                        "auto",
                                        "auto",
                                        "exact",
                                        "estimate")))
                .toList();
    }

    static Parameter domain() {
        return word(
                "domain",
                "Of this domain only",
                "",
                Arrays.stream(Domain.values()).map(Domain::word).toArray(String[]::new));
    }

    static List<Parameter> map(Parameter... own) {
        return Stream.concat(
                        Arrays.stream(own),
                        Stream.of(
                                text(
                                        "bbox",
                                        "minLon,minLat,maxLon,maxLat in degrees",
                                        "72.5,23.0,72.6,23.1"),
                                text(
                                        "near",
                                        "lat,lon,radius in degrees and metres; radius up to"
                                                + " 200000",
                                        "23.0225,72.5714,500")))
                .toList();
    }
}
