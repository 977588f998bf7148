package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.checks.bench.TownUnderTest;

/** Files of measured air, replayed: the API's index is the one a pencil finds in the file. */
@ExtendWith(SharedTown.class)
class AirIndexTest {
    private static final long SEED = 20260206;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    /** Every how many hours one is compared, so that a file of years takes no hours. */
    private static final int STRIDE_OF_REAL_HOURS = 7;

    @TempDir private Path folder;

    @Test
    void hoursOfThreeStationsHaveTheIndexThatFollowsFromTheFile(TownUnderTest town)
            throws Exception {
        boolean real = AirFiles.real("beijing_three_stations_hourly.csv.gz").isPresent();
        List<Path> files =
                real
                        ? List.of(
                                AirFiles.real("beijing_three_stations_hourly.csv.gz").orElseThrow())
                        : AirFiles.hourly(folder, SEED);
        Map<String, StationAir> stations = new TreeMap<>();
        for (Path file : files) {
            readHourly(AirFiles.lines(file), stations);
        }
        replay(town, files, stations, "BEIJING-");
        Visitor visitor = new Visitor(town);
        int compared = 0;
        for (var station : stations.entrySet()) {
            String id = "BEIJING-" + station.getKey();
            for (String pollutant : List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3")) {
                Map<Instant, JsonNode> items = items(visitor, id, pollutant, station.getValue());
                int stride = real ? STRIDE_OF_REAL_HOURS : 1;
                int hour = 0;
                for (Instant at : station.getValue().hours().keySet()) {
                    if (hour++ % stride == 0) {
                        StationAir.Index index = station.getValue().running(at);
                        compare(id, pollutant, item(items, at), index);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(4000);
    }

    @Test
    void dailyMeansOfCitiesHaveTheIndexThatFollowsFromTheFile(TownUnderTest town) throws Exception {
        Path file = AirFiles.real("india_cities_daily.csv.gz").orElse(AirFiles.daily(folder, SEED));
        Map<String, StationAir> cities = new TreeMap<>();
        readDaily(AirFiles.lines(file), cities);
        replay(town, List.of(file), cities, "CITY-");
        Visitor visitor = new Visitor(town);
        for (var city : cities.entrySet()) {
            String id = "CITY-" + city.getKey();
            Map<Instant, JsonNode> items = items(visitor, id, "PM10", city.getValue());
            for (Instant day : city.getValue().hours().keySet()) {
                JsonNode item = item(items, day);
                compare(id, "PM10", item, city.getValue().ofMeans(day));
                assertThat(item.path("averaging").asText()).isEqualTo("24h");
            }
        }
    }

    private static void readHourly(List<String> lines, Map<String, StationAir> stations) {
        for (Map<String, String> row : rows(lines)) {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(row, "year"),
                            number(row, "month"),
                            number(row, "day"),
                            number(row, "hour"),
                            0);
            Map<String, BigDecimal> values = values(row, "PM2.5", "PM10", "SO2", "NO2", "CO", "O3");
            values.computeIfPresent("CO", (_, micrograms) -> micrograms.divide(THOUSAND));
            if (!values.isEmpty() || !row.getOrDefault("TEMP", "").isEmpty()) {
                stations.computeIfAbsent(row.get("station"), _ -> new StationAir())
                        .put(local.atZone(CHINA).toInstant(), values);
            }
        }
    }

    private static void readDaily(List<String> lines, Map<String, StationAir> cities) {
        for (Map<String, String> row : rows(lines)) {
            String city = String.valueOf(row.get("City"));
            Map<String, BigDecimal> values =
                    values(row, "PM2.5", "PM10", "NO2", "NH3", "CO", "SO2", "O3");
            if (city.equals("Ahmedabad")) {
                values.remove("CO"); // repeats NO, and is left out
            }
            boolean any = !values.isEmpty() || !values(row, "NO", "NOx").isEmpty();
            if (any) {
                Instant day =
                        LocalDate.parse(String.valueOf(row.get("Date")))
                                .atStartOfDay(INDIA)
                                .toInstant();
                cities.computeIfAbsent(city, _ -> new StationAir()).put(day, values);
            }
        }
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static int number(Map<String, String> row, String name) {
        return Integer.parseInt(String.valueOf(row.get(name)));
    }

    private static Map<String, BigDecimal> values(Map<String, String> row, String... names) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (String name : names) {
            String cell = row.getOrDefault(name, "");
            if (!cell.isEmpty() && !cell.equals("NA")) {
                values.put(name, new BigDecimal(cell));
            }
        }
        return values;
    }

    /** Sends files one after the other, and waits until each reading is stored and derived. */
    private static void replay(
            TownUnderTest town, List<Path> files, Map<String, StationAir> stations, String prefix)
            throws IOException, InterruptedException, SQLException {
        for (Path file : files) {
            String said =
                    town.run(List.of("replay", "--domain", "pollution", "--file", file.toString()));
            assertThat(said).contains("refused 0, bad rows 0");
        }
        long all = stations.values().stream().mapToLong(each -> each.hours().size()).sum();
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM pollution_measurements WHERE station_id LIKE '%s%%'"
                            .formatted(prefix),
                    all);
            Visitor.awaitDerived(tables);
        }
    }

    /** A station's items by the hour in which they begin. */
    private static Map<Instant, JsonNode> items(
            Visitor visitor, String id, String parameter, StationAir air) {
        Map<Instant, JsonNode> items = new HashMap<>();
        Instant last = air.hours().lastKey().plusSeconds(1);
        for (Instant from = bucket(air.hours().firstKey());
                from.isBefore(last);
                from = from.plus(Duration.ofDays(300))) {
            String path =
                    "/v1/data/pollution?station=%s&parameter=%s&start=%s&end=%s"
                            .formatted(id, parameter, from, from.plus(Duration.ofDays(300)));
            for (JsonNode item : visitor.get(path.replace(" ", "%20")).json().path("data")) {
                items.put(Instant.parse(item.path("timestamp").asText()), item);
            }
        }
        return items;
    }

    /** Indian hours begin half past UTC's. */
    private static Instant bucket(Instant time) {
        long hour = Duration.ofHours(1).toMillis();
        long shifted = time.plus(HALF_HOUR).toEpochMilli();
        return Instant.ofEpochMilli(shifted - Math.floorMod(shifted, hour)).minus(HALF_HOUR);
    }

    private static JsonNode item(Map<Instant, JsonNode> items, Instant at) {
        JsonNode item = items.get(bucket(at));
        assertThat(item).as("hour of " + at).isNotNull();
        return java.util.Objects.requireNonNull(item);
    }

    private static void compare(
            String station, String pollutant, JsonNode item, StationAir.Index index) {
        String about = "%s %s of %s".formatted(pollutant, item, station);
        if (index.aqi() < 0) {
            assertThat(item.path("aqi").isNull()).as(about).isTrue();
            assertThat(item.path("category").isNull()).as(about).isTrue();
            assertThat(item.path("reason").asText()).as(about).isEqualTo(index.reasons());
        } else {
            assertThat(item.path("aqi").asInt(-1)).as(about).isEqualTo(index.aqi());
            assertThat(item.path("category").asText())
                    .as(about)
                    .isEqualTo(CpcbTable.category(index.aqi()));
            assertThat(index.subIndices().get(item.path("prominent_pollutant").asText()))
                    .as(about)
                    .isEqualTo(index.aqi());
            assertThat(item.has("reason")).as(about).isFalse();
        }
        assertThat(item.path("sub_index").asInt(-1))
                .as(about)
                .isEqualTo(index.subIndices().getOrDefault(pollutant, -1));
    }
}
