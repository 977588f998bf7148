package town.nagar.ingestion.units;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import town.nagar.contracts.readings.Quantity;

/**
 * Conversions listed in {@code units.csv}: by canonical unit, or by {@code domain.quantity} where
 * it depends on the substance. Nothing is guessed: a unit that is not listed has no conversion.
 *
 * <p>Gases at 25 °C and 101.325 kPa, 24.465 l/mol: ppb to µg/m³ is molar mass / 24.465. Nitrogen
 * oxides in µg/m³ have no conversion, since that figure depends on how it was expressed.
 */
public final class Units {
    private static final Map<String, Map<String, Conversion>> ALL = read();

    private Units() {}

    /** The conversion from a unit to the quantity's canonical one, or empty if none is known. */
    public static Optional<Conversion> find(Quantity quantity, String unit) {
        String given = normal(unit);
        if (given.equals(normal(quantity.unit()))) {
            return Optional.of(Conversion.NONE);
        }
        return Optional.ofNullable(of(quantity.unit()).get(given))
                .or(() -> Optional.ofNullable(ofSubstance(quantity).get(given)));
    }

    /** All units that are understood for a quantity. */
    public static Collection<String> known(Quantity quantity) {
        TreeSet<String> known = new TreeSet<>(of(quantity.unit()).keySet());
        known.addAll(ofSubstance(quantity).keySet());
        known.add(quantity.unit());
        return known;
    }

    private static Map<String, Conversion> of(String canonical) {
        return ALL.getOrDefault(normal(canonical), Map.of());
    }

    private static Map<String, Conversion> ofSubstance(Quantity quantity) {
        return ALL.getOrDefault(quantity.domain().word() + "." + quantity.name(), Map.of());
    }

    /** One spelling for the many of a unit: {@code µg/m³}, {@code ug/m3}, {@code °F}, {@code F}. */
    static String normal(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace('³', '3')
                .replace('²', '2')
                .replace("°", "deg")
                .replace("₹", "inr");
    }

    private static Map<String, Map<String, Conversion>> read() {
        Map<String, Map<String, Conversion>> all = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Units.class.getResourceAsStream("units.csv"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> add(line.split(",", 5), all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void add(String[] cells, Map<String, Map<String, Conversion>> all) {
        Conversion conversion =
                new Conversion(
                        Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), cells[4]);
        all.computeIfAbsent(normal(cells[0]), key -> new HashMap<>())
                .put(normal(cells[1]), conversion);
    }
}
