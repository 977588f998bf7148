package town.nagar.ingestion.mapping;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/** Finds and reads mappings. */
public final class Mappings {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Mappings() {}

    /**
     * Reads a mapping from a file of YAML or JSON.
     *
     * @throws MappingException if it is none; the message names the field
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Mapping read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mappings that come with Nagar, of {@code docs/mappings}. */
    public static List<Mapping> builtIn() {
        return resource("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> parse(name, resource(name)))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Mappings.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mapping for a file of this name: one of the folder's own, else one that comes with Nagar.
     *
     * @param folder with mappings of the town; need not exist
     * @throws MappingException if a mapping of the folder cannot be read
     */
    public static Optional<Mapping> find(String fileName, Path folder) {
        return Stream.concat(own(folder).stream(), builtIn().stream())
                .filter(mapping -> mapping.isFor(fileName))
                .findFirst();
    }

    /**
     * The mapping of a CSV file or workbook whose columns are named as messages name them: {@code
     * sensor_id}, {@code event_time}, and quantities; other columns are left aside.
     *
     * @return empty if the columns are not named so
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Optional<Mapping> ofColumns(Path file, Domain domain) {
        try (Rows rows = Rows.open(file, MappingFields.PLAIN)) {
            Set<String> columns = rows.hasNext() ? rows.next().columns().keySet() : Set.of();
            List<Mapping.Value> values =
                    Quantities.of(domain).list().stream()
                            .map(Quantity::name)
                            .filter(columns::contains)
                            .map(Mappings::plainValue)
                            .toList();
            boolean named = columns.contains("sensor_id") && columns.contains("event_time");
            return named && !values.isEmpty()
                    ? Optional.of(plain(domain, values))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping.Value plainValue(String name) {
        return new Mapping.Value(
                name,
                name,
                "",
                1,
                0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                Map.of(),
                "");
    }

    private static Mapping plain(Domain domain, List<Mapping.Value> values) {
        return new Mapping(
                "columns named as in messages",
                domain,
                List.of(),
                MappingFields.PLAIN,
                new Mapping.Time(
                        List.of("event_time"),
                        "iso",
                        ZoneId.of("Asia/Kolkata"),
                        Mapping.Overlap.IN_ORDER,
                        Mapping.Gap.REFUSE,
                        Duration.ZERO),
                "{sensor_id}",
                Map.of(),
                MappingFields.NO_VALUE,
                values,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static List<Mapping> own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .map(Mappings::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a mapping.
     *
     * @param name for messages
     * @throws MappingException if the text is none; the message names the field
     */
    public static Mapping parse(String name, String text) {
        try {
            return MappingFields.read(new Yaml(name, YAML.readTree(text)));
        } catch (IOException e) {
            throw new MappingException("%s is neither YAML nor JSON".formatted(name), e);
        }
    }
}
