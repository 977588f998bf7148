package town.nagar.data.pollution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.kit.http.ApiException;
import town.nagar.norms.air.Pollutant;

/**
 * What is asked of a station.
 *
 * @param title as people write it, such as {@code PM2.5}
 * @param column its column in raw and hourly tables
 * @param unit as answers show it
 * @param pollutant whether it has a sub-index
 */
record Parameter(String title, String column, String unit, boolean pollutant) {
    private static final Parameter AQI = new Parameter("AQI", "aqi", "index", false);

    /**
     * The parameter of a name, in any case and with or without its dot.
     *
     * @throws ApiException 400 if stations do not measure it; lists what they do
     */
    static Parameter of(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replace(".", "").replace("_", "");
        return all().filter(parameter -> parameter.folded().equals(folded))
                .findFirst()
                .orElseThrow(() -> ApiException.invalidParameter("parameter", name, titles()));
    }

    private String folded() {
        return title.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static List<String> titles() {
        return all().map(Parameter::title).toList();
    }

    private static Stream<Parameter> all() {
        return Stream.concat(
                Quantities.of(Domain.POLLUTION).list().stream().map(Parameter::of), Stream.of(AQI));
    }

    private static Parameter of(Quantity quantity) {
        Optional<Pollutant> pollutant = Pollutant.find(quantity.name());
        String title =
                pollutant
                        .map(Pollutant::title)
                        .orElseGet(() ->
                                switch (quantity.name()) {
                                    case "co2" -> "CO2";
                                    case "nox" -> "NOx";
                                    case "no" -> "NO";
                                    default -> quantity.name();
                                });
        return new Parameter(
                title,
                '"' + quantity.name() + '"',
                quantity.unit().replace("ug", "\u00b5g").replace("m3", "m\u00b3"),
                pollutant.isPresent());
    }

    /** The sub-index in the JSON column {@code sub_indices}, or nothing. */
    String subIndex() {
        return pollutant
                ? "(sub_indices ->> '%s')::int".formatted(column.replace("\"", ""))
                : "NULL::int";
    }
}
