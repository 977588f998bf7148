package town.nagar.ingestion.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.ingestion.units.Units;

/** Reads a mapping's fields, as {@code docs/mappings} has them. */
final class MappingFields {
    /** A table of commas with its columns' names in the first row. */
    static final Mapping.Table PLAIN = new Mapping.Table(',', "", 1);

    /** Cells that say that there is no value. */
    static final List<String> NO_VALUE = List.of("NA", "None", "null", "-");

    private MappingFields() {}

    /**
     * The mapping that a file's fields make.
     *
     * @throws MappingException if a field is wrong; the message names it
     */
    static Mapping read(Yaml root) {
        root.allow(
                "domain",
                "files",
                "table",
                "time",
                "sensor",
                "translate",
                "missing",
                "values",
                "wide",
                "constants",
                "labels",
                "label-columns",
                "skip",
                "note");
        Domain domain = domain(root);
        List<Mapping.Value> values = new ArrayList<>();
        root.objects("values").forEach((name, value) -> values.add(value(domain, name, value)));
        if (root.has("wide")) {
            values.addAll(wide(domain, root.at("wide")));
        }
        if (values.isEmpty()) {
            throw root.wrong("values", "and wide are missing: there is no column to read");
        }
        return new Mapping(
                root.place(),
                domain,
                root.words("files"),
                table(root),
                time(root.at("time")),
                root.text("sensor"),
                translate(root),
                missing(root),
                values,
                constants(domain, root),
                root.map("labels"),
                root.map("label-columns"),
                root.list("skip").stream().map(MappingFields::skip).toList());
    }

    private static Domain domain(Yaml root) {
        try {
            return Domain.of(root.text("domain"));
        } catch (IllegalArgumentException e) {
            throw root.wrong("domain", "is wrong: " + e.getMessage());
        }
    }

    private static List<String> missing(Yaml root) {
        return root.has("missing") ? root.words("missing") : NO_VALUE;
    }

    private static Map<String, Map<String, String>> translate(Yaml root) {
        Map<String, Map<String, String>> translate = new HashMap<>();
        if (root.has("translate")) {
            Yaml columns = root.at("translate");
            columns.node()
                    .fieldNames()
                    .forEachRemaining(column -> translate.put(column, columns.map(column)));
        }
        return translate;
    }

    private static Mapping.Table table(Yaml root) {
        if (!root.has("table")) {
            return PLAIN;
        }
        Yaml table = root.at("table");
        table.allow("delimiter", "sheet", "header-row");
        String delimiter = table.text("delimiter", ",");
        if (delimiter.length() != 1) {
            throw table.wrong("delimiter", "is '%s'; allowed: one character".formatted(delimiter));
        }
        return new Mapping.Table(
                delimiter.charAt(0), table.text("sheet", ""), (int) table.number("header-row", 1));
    }

    private static Mapping.Time time(Yaml time) {
        time.allow("column", "columns", "format", "zone", "overlap", "gap", "shift");
        List<String> columns = time.has("column") ? time.words("column") : time.words("columns");
        if (columns.isEmpty()) {
            throw time.wrong("column", "is missing");
        }
        return new Mapping.Time(
                columns,
                time.text("format", "iso"),
                zone(time),
                constant(time, "overlap", Mapping.Overlap.IN_ORDER),
                constant(time, "gap", Mapping.Gap.REFUSE),
                shift(time));
    }

    private static ZoneId zone(Yaml time) {
        String zone = time.text("zone", "Asia/Kolkata");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw time.wrong("zone", "is '%s'; allowed: such as Asia/Kolkata".formatted(zone));
        }
    }

    private static Duration shift(Yaml time) {
        String shift = time.text("shift", "PT0S");
        try {
            return Duration.parse(shift);
        } catch (DateTimeParseException e) {
            throw time.wrong("shift", "is '%s'; allowed: such as PT1H".formatted(shift));
        }
    }

    private static <E extends Enum<E>> E constant(Yaml yaml, String field, E otherwise) {
        return yaml.find(field)
                .map(word -> {
                    try {
                        return Enum.valueOf(
                                otherwise.getDeclaringClass(),
                                word.toUpperCase(Locale.ROOT).replace('-', '_'));
                    } catch (IllegalArgumentException e) {
                        throw yaml.wrong(
                                field,
                                "is '%s'; allowed: %s"
                                        .formatted(
                                                word,
                                                List.of(
                                                        otherwise
                                                                .getDeclaringClass()
                                                                .getEnumConstants())));
                    }
                })
                .orElse(otherwise);
    }

    private static Mapping.Value value(Domain domain, String name, Yaml value) {
        value.allow(
                "column", "unit", "factor", "offset", "min", "max", "missing-numbers", "except");
        return value(domain, name, value.text("column", name), value, "");
    }

    private static Mapping.Value value(
            Domain domain, String name, String column, Yaml value, String wide) {
        Quantity quantity =
                Quantities.of(domain)
                        .find(name)
                        .orElseThrow(() ->
                                value.wrong(
                                        "quantity", "'%s' is none of %s".formatted(name, domain)));
        String unit = value.text("unit", "");
        if (!unit.isEmpty() && Units.find(quantity, unit).isEmpty()) {
            throw value.wrong(
                    "unit", "is '%s'; allowed: %s".formatted(unit, Units.known(quantity)));
        }
        Map<String, List<String>> except = new HashMap<>();
        if (value.has("except")) {
            Yaml columns = value.at("except");
            columns.node()
                    .fieldNames()
                    .forEachRemaining(each -> except.put(each, columns.words(each)));
        }
        return new Mapping.Value(
                name,
                column,
                unit,
                value.number("factor", 1),
                value.number("offset", 0),
                value.number("min", Double.NEGATIVE_INFINITY),
                value.number("max", Double.POSITIVE_INFINITY),
                value.numbers("missing-numbers"),
                except,
                wide);
    }

    private static List<Mapping.Value> wide(Domain domain, Yaml wide) {
        wide.allow(
                "quantity",
                "columns",
                "unit",
                "factor",
                "offset",
                "min",
                "max",
                "missing-numbers",
                "except");
        List<Mapping.Value> values = new ArrayList<>();
        String quantity = wide.text("quantity");
        wide.map("columns")
                .forEach((column, sensor) ->
                        values.add(value(domain, quantity, column, wide, sensor)));
        if (values.isEmpty()) {
            throw wide.wrong("columns", "is missing");
        }
        return values;
    }

    private static Map<String, Double> constants(Domain domain, Yaml root) {
        Map<String, Double> constants = new LinkedHashMap<>();
        Yaml node = root.has("constants") ? root.at("constants") : root;
        root.map("constants")
                .forEach((name, text) -> {
                    if (Quantities.of(domain).find(name).isEmpty()) {
                        throw node.wrong(name, "is no quantity of " + domain.word());
                    }
                    constants.put(name, node.number(name, 0));
                });
        return constants;
    }

    private static Mapping.Skip skip(Yaml skip) {
        skip.allow("column", "cells");
        return new Mapping.Skip(skip.text("column"), skip.words("cells"));
    }
}
