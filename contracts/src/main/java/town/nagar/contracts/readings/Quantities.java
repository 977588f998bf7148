package town.nagar.contracts.readings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantity.Range;

/** All quantities of a domain, as listed in {@code quantities.csv}. */
public final class Quantities {
    private static final Map<Domain, Quantities> ALL = read();

    private final Domain domain;
    private final List<Quantity> list;
    private final Map<String, Quantity> byName = new HashMap<>();

    private Quantities(Domain domain, List<Quantity> list) {
        this.domain = domain;
        this.list = List.copyOf(list);
        list.forEach(quantity -> byName.put(quantity.name(), quantity));
    }

    public static Quantities of(Domain domain) {
        return Objects.requireNonNull(ALL.get(domain));
    }

    public Domain domain() {
        return domain;
    }

    /** In the order of {@link Quantity#index()}. */
    public List<Quantity> list() {
        return list;
    }

    public int count() {
        return list.size();
    }

    public Optional<Quantity> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The quantity of a name.
     *
     * @throws IllegalArgumentException if the domain has none; the message lists all
     */
    public Quantity get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "quantity '%s' is none of %s"
                                        .formatted(
                                                name, list.stream().map(Quantity::name).toList())));
    }

    private static Map<Domain, Quantities> read() {
        Map<Domain, List<Quantity>> rows = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            rows.put(domain, new ArrayList<>());
        }
        lines().forEach(line -> add(line.split(",", 8), rows));
        Map<Domain, Quantities> all = new EnumMap<>(Domain.class);
        rows.forEach((domain, list) -> all.put(domain, new Quantities(domain, list)));
        return all;
    }

    private static void add(String[] cells, Map<Domain, List<Quantity>> rows) {
        Domain domain = Domain.of(cells[0]);
        List<Quantity> list = Objects.requireNonNull(rows.get(domain));
        list.add(
                new Quantity(
                        domain,
                        list.size(),
                        cells[1],
                        cells[2],
                        new Range(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])),
                        new Range(Double.parseDouble(cells[5]), Double.parseDouble(cells[6]))));
    }

    private static List<String> lines() {
        try (InputStream in =
                        Objects.requireNonNull(Domain.class.getResourceAsStream("quantities.csv"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
