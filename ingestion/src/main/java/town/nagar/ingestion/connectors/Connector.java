package town.nagar.ingestion.connectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Intake;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Reason;
import town.nagar.ingestion.door.Route;
import town.nagar.ingestion.mapping.MappedFile;
import town.nagar.ingestion.mapping.MappedItem;
import town.nagar.ingestion.mapping.Mapping;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.ingestion.mapping.Mappings;
import town.nagar.kit.settings.Secret;

/** Asks one system and takes what it answers through the door. */
final class Connector {
    private static final long PATIENCE_SECONDS = 60;

    private final ConnectorSpec spec;
    private final ConnectorSettings settings;
    private final Fetcher fetcher;
    private final Door door;
    private final Path mappings;

    Connector(
            ConnectorSpec spec,
            ConnectorSettings settings,
            Fetcher fetcher,
            Door door,
            Path mappings) {
        this.spec = spec;
        this.settings = settings;
        this.fetcher = fetcher;
        this.door = door;
        this.mappings = mappings;
    }

    ConnectorSpec spec() {
        return spec;
    }

    /**
     * Asks once, all pages.
     *
     * @return how many messages went through the door
     * @throws FetchException if anything of it failed; what was taken stays taken
     */
    int ask() throws FetchException, InterruptedException {
        int taken = 0;
        for (int page = 0; page < settings.maxPages(); page++) {
            Optional<Fetcher.Fetched> fetched = fetcher.get(url(page));
            if (fetched.isEmpty()) {
                return taken;
            }
            int records = takePage(fetched.get());
            fetcher.used(fetched.get());
            taken += records;
            if (!spec.kind().isPaged() || records < spec.pageSize()) {
                return taken;
            }
        }
        return taken;
    }

    private URI url(int page) {
        List<String> parameters = new ArrayList<>();
        Secret key = settings.keyOf(spec.name());
        if (!key.value().isEmpty()) {
            parameters.add("api-key=" + encoded(key.value()));
        }
        if (spec.kind().isPaged()) {
            parameters.add("format=json");
            parameters.add("limit=" + spec.pageSize());
            parameters.add("offset=" + (long) page * spec.pageSize());
            spec.filters()
                    .forEach((field, value) ->
                            parameters.add(
                                    encoded("filters[" + field + "]") + "=" + encoded(value)));
        }
        if (parameters.isEmpty()) {
            return spec.url();
        }
        String separator = spec.url().getRawQuery() == null ? "?" : "&";
        return URI.create(spec.url() + separator + String.join("&", parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How many records the page had. */
    private int takePage(Fetcher.Fetched fetched) throws FetchException, InterruptedException {
        return switch (spec.kind()) {
            case CSV -> takeMapped(fetched.body(), ".csv");
            case JSON -> takeMapped(fetched.body(), ".json");
            case DATA_GOV_IN_AQI, AGMARKNET, IMD_CURRENT, IMD_CITY -> takeFeed(fetched.body());
        };
    }

    private int takeFeed(byte[] body) throws FetchException, InterruptedException {
        Feeds.Page page = Feeds.read(spec.kind(), body);
        if (page.records() > 0 && page.unread() == page.records()) {
            throw new FetchException("no record has the fields expected");
        }
        List<Intake> intakes = new ArrayList<>();
        for (Feeds.Message message : page.messages()) {
            intakes.add(take(message.domain(), message.json(), intakes.size()));
        }
        await(intakes);
        return page.records();
    }

    private Intake take(Domain domain, String json, long number) {
        return door.take(origin(domain, number), json.getBytes(StandardCharsets.UTF_8));
    }

    private Origin origin(Domain domain, long number) {
        return Origin.of(
                Route.CONNECTOR,
                "connector:" + spec.name(),
                domain.word(),
                "%s:%d".formatted(spec.mapping().isEmpty() ? spec.name() : spec.mapping(), number));
    }

    private static void await(List<Intake> intakes) throws FetchException, InterruptedException {
        for (Intake intake : intakes) {
            try {
                intake.settled().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new FetchException("Kafka does not take the readings", e);
            }
        }
    }

    private int takeMapped(byte[] body, String suffix) throws FetchException, InterruptedException {
        try {
            Path file = Files.createTempFile("connector", suffix);
            try {
                Files.write(file, body);
                return takeMapped(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException | MappingException e) {
            throw new FetchException("the answer cannot be read: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private int takeMapped(Path file) throws FetchException, InterruptedException {
        Mapping mapping = mapping();
        List<Intake> intakes = new ArrayList<>();
        try (Stream<MappedItem> items =
                spec.kind() == ConnectorSpec.Kind.JSON
                        ? MappedFile.openJson(file, spec.records(), mapping)
                        : MappedFile.open(file, mapping)) {
            items.forEach(item -> intakes.add(take(mapping.domain(), item)));
        }
        await(intakes);
        return intakes.size();
    }

    private Mapping mapping() {
        Path own = mappings.resolve(spec.mapping());
        return Files.exists(own)
                ? Mappings.read(own)
                : Mappings.builtIn().stream()
                        .filter(mapping -> mapping.name().equals(spec.mapping()))
                        .findFirst()
                        .orElseThrow(() ->
                                new MappingException(
                                        "there is no mapping '%s'; there are %s"
                                                .formatted(
                                                        spec.mapping(),
                                                        Mappings.builtIn().stream()
                                                                .map(Mapping::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private Intake take(Domain domain, MappedItem item) {
        return switch (item) {
            case MappedItem.Message message -> take(domain, message.json(), message.line());
            case MappedItem.Bad(String reason, String original, long line) ->
                    new Intake(
                            List.of(
                                    door.refuse(
                                            origin(domain, line),
                                            Reason.BAD_ROW,
                                            reason,
                                            original.getBytes(StandardCharsets.UTF_8))),
                            false);
        };
    }
}
