package town.nagar.sample.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.sample.sensing.Happening.Kind;

final class SensorSimulatorTest {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate DIWALI = LocalDate.of(2026, 11, 8);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 2, 3);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 2, 1);

    private static List<Sensor> sensors = List.of();
    private static List<Place> places = List.of();
    private static SensorSimulator[] simulators = {};
    private static TownFolder[] towns = {};

    @BeforeAll
    static void openTown(@TempDir Path dir) throws IOException {
        TownWriter.write(TownGenerator.generate(1, 20_000), dir.resolve("town"));
        TownFolder town = TownFolder.open(dir.resolve("town"));
        sensors = town.sensors();
        places = town.places();
        towns = new TownFolder[] {town};
        simulators = new SensorSimulator[] {SensorSimulator.of(town, 5, DIWALI::equals)};
    }

    private static SensorSimulator simulator() {
        return simulators[0];
    }

    private static Instant at(LocalDate date, int hour, int minute) {
        return LocalDateTime.of(date, LocalTime.of(hour, minute)).atZone(INDIA).toInstant();
    }

    private static List<SimulatedReading> day(LocalDate date) {
        return simulator().due(at(date, 0, 0), at(date.plusDays(1), 0, 0));
    }

    private static double value(SimulatedReading reading, String name) {
        return reading.values().get(Quantities.of(reading.sensor().domain()).get(name));
    }

    private static boolean has(SimulatedReading reading, String name) {
        return reading.values().has(Quantities.of(reading.sensor().domain()).get(name));
    }

    private static double mean(
            List<SimulatedReading> readings, String name, Predicate<SimulatedReading> which) {
        return readings.stream()
                .filter(which)
                .filter(reading -> has(reading, name))
                .mapToDouble(reading -> value(reading, name))
                .average()
                .orElseThrow();
    }

    private static Predicate<SimulatedReading> of(Domain domain) {
        return reading -> reading.sensor().domain() == domain;
    }

    private static Predicate<SimulatedReading> hours(int from, int until) {
        return reading -> {
            int hour = reading.eventTime().atZone(INDIA).getHour();
            return hour >= from && hour < until;
        };
    }

    @Test
    void anySpanCanBeAskedInPieces() {
        Instant start = at(TUESDAY, 6, 0);
        List<String> whole = words(simulator().due(start, start.plus(Duration.ofHours(12))));
        List<String> pieces = new ArrayList<>();
        for (int piece = 0; piece < 48; piece++) {
            Instant from = start.plus(Duration.ofMinutes(15L * piece));
            pieces.addAll(words(simulator().due(from, from.plus(Duration.ofMinutes(15)))));
        }
        assertThat(pieces).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(whole).hasSizeGreaterThan(5_000);
    }

    private static List<String> words(List<SimulatedReading> readings) {
        return readings.stream()
                .map(reading ->
                        "%s %s %s"
                                .formatted(
                                        reading.sensor().id(),
                                        reading.eventTime(),
                                        reading.values()))
                .toList();
    }

    @Test
    void everyReadingSaysThatItIsSimulated() {
        assertThat(simulator().latest(at(TUESDAY, 12, 0)))
                .allSatisfy(
                        reading -> assertThat(reading.labels()).containsEntry("simulated", "true"));
    }

    @Test
    void everySensorHasANewestReading() {
        Instant now = at(TUESDAY, 12, 1);
        List<SimulatedReading> latest = simulator().latest(now);
        assertThat(latest.stream().map(SimulatedReading::sensor))
                .containsExactlyElementsOf(sensors);
        assertThat(latest).allMatch(reading -> !reading.eventTime().isAfter(now));
    }

    @Test
    void trafficPeaksInTheMorningAndInTheEvening() {
        List<SimulatedReading> day = day(TUESDAY);
        double morning = mean(day, "vehicle_count", of(Domain.TRAFFIC).and(hours(9, 10)));
        double noon = mean(day, "vehicle_count", of(Domain.TRAFFIC).and(hours(13, 15)));
        double evening = mean(day, "vehicle_count", of(Domain.TRAFFIC).and(hours(18, 19)));
        double night = mean(day, "vehicle_count", of(Domain.TRAFFIC).and(hours(2, 4)));
        assertThat(morning).isGreaterThan(noon * 1.3);
        assertThat(evening).isGreaterThan(noon * 1.3);
        assertThat(night).isLessThan(noon * 0.2);
        assertThat(mean(day, "average_speed", of(Domain.TRAFFIC).and(hours(9, 10))))
                .isLessThan(mean(day, "average_speed", of(Domain.TRAFFIC).and(hours(2, 4))));
    }

    @Test
    void aSundayMorningIsQuiet() {
        double sunday = mean(day(SUNDAY), "vehicle_count", of(Domain.TRAFFIC).and(hours(8, 11)));
        double tuesday = mean(day(TUESDAY), "vehicle_count", of(Domain.TRAFFIC).and(hours(8, 11)));
        assertThat(sunday).isLessThan(tuesday * 0.65);
    }

    @Test
    void classCountsAddUpToAllVehicles() {
        List<String> classes =
                Quantities.of(Domain.TRAFFIC).list().stream()
                        .map(Quantity::name)
                        .filter(name -> name.endsWith("_count") && !name.equals("vehicle_count"))
                        .toList();
        List<SimulatedReading> classified =
                day(TUESDAY).stream()
                        .filter(of(Domain.TRAFFIC))
                        .filter(reading -> has(reading, "car_count"))
                        .toList();
        assertThat(classified).isNotEmpty();
        assertThat(classified)
                .allMatch(reading ->
                        classes.stream().mapToDouble(name -> value(reading, name)).sum()
                                == value(reading, "vehicle_count"));
    }

    @Test
    void winterAirIsWorseThanMonsoonAir() {
        double winter = mean(day(LocalDate.of(2026, 1, 13)), "pm25", of(Domain.POLLUTION));
        double monsoon = mean(day(LocalDate.of(2026, 8, 11)), "pm25", of(Domain.POLLUTION));
        assertThat(winter).isBetween(35.0, 160.0);
        assertThat(monsoon).isBetween(5.0, 40.0);
    }

    @Test
    void fireworksFillTheAir() {
        double before = mean(day(DIWALI), "pm25", of(Domain.POLLUTION).and(hours(10, 17)));
        double during = mean(day(DIWALI), "pm25", of(Domain.POLLUTION).and(hours(21, 24)));
        assertThat(during).isGreaterThan(before + 200);
    }

    @Test
    void waterIsDrawnMostInTheMorning() {
        List<SimulatedReading> day = day(TUESDAY);
        Predicate<SimulatedReading> inlet =
                reading -> reading.sensor().type().equals("zone_inlet_meter");
        double morning = mean(day, "flow_rate", inlet.and(hours(7, 8)));
        double night = mean(day, "flow_rate", inlet.and(hours(2, 4)));
        assertThat(morning).isGreaterThan(night * 3);
        Predicate<SimulatedReading> logger =
                reading -> reading.sensor().type().equals("pressure_logger");
        assertThat(mean(day, "pressure_bar", logger.and(hours(7, 8))))
                .isLessThan(mean(day, "pressure_bar", logger.and(hours(2, 4))));
    }

    @Test
    void theInletsDrawWhatPeopleGetAndLose() {
        double litres =
                day(TUESDAY).stream()
                        .filter(reading -> reading.sensor().type().equals("zone_inlet_meter"))
                        .mapToDouble(reading -> value(reading, "consumption_liters"))
                        .sum();
        assertThat(litres / 20_000).isBetween(115.0, 190.0);
    }

    @Test
    void theMandiIsClosedOnSundays() {
        assertThat(day(SUNDAY)).noneMatch(of(Domain.MARKET));
        assertThat(day(TUESDAY).stream().filter(of(Domain.MARKET))).hasSize(8);
    }

    @Test
    void pricesLieInOrder() {
        assertThat(day(TUESDAY).stream().filter(of(Domain.MARKET)))
                .allMatch(reading ->
                        value(reading, "min_price") < value(reading, "modal_price")
                                && value(reading, "modal_price") < value(reading, "max_price"));
    }

    @Test
    void soundSensorsStayPlausible() {
        Set<String> faulty =
                simulator().happenings(at(TUESDAY, 0, 0), at(TUESDAY.plusDays(1), 0, 0)).stream()
                        .map(Happening::entityId)
                        .collect(Collectors.toSet());
        for (SimulatedReading reading : day(TUESDAY)) {
            if (!faulty.contains(reading.sensor().id())) {
                for (Quantity quantity : reading.values().quantities().list()) {
                    assertThat(
                                    !reading.values().has(quantity)
                                            || quantity.plausible()
                                                    .holds(reading.values().get(quantity)))
                            .as("%s %s", reading.sensor().id(), quantity.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyKindOfThingHappensWithinHalfAYear() {
        Instant start = at(LocalDate.of(2026, 7, 1), 0, 0);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        simulator()
                .happenings(start, start.plus(Duration.ofDays(180)))
                .forEach(happening -> kinds.add(happening.kind()));
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    }

    private static Happening first(Kind kind, Predicate<Happening> which) {
        Instant start = at(LocalDate.of(2026, 1, 1), 0, 0);
        return simulator().happenings(start, start.plus(Duration.ofDays(365))).stream()
                .filter(happening -> happening.kind() == kind)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static Happening firstOfTraffic(Kind kind) {
        return first(kind, happening -> happening.entityId().startsWith("T"));
    }

    private static List<SimulatedReading> of(Happening happening) {
        return simulator().due(happening.from(), happening.until()).stream()
                .filter(reading -> reading.sensor().id().equals(happening.entityId()))
                .toList();
    }

    @Test
    void aSilentSensorSaysNothing() {
        assertThat(of(firstOfTraffic(Kind.SILENCE))).isEmpty();
    }

    @Test
    void aDoublingSensorSaysEverythingTwice() {
        List<SimulatedReading> readings = of(firstOfTraffic(Kind.DUPLICATES));
        assertThat(readings.stream().map(SimulatedReading::eventTime).distinct())
                .hasSize(readings.size() / 2);
    }

    @Test
    void aLateBatchComesWithTheFirstReadingAfterIt() {
        Happening late = firstOfTraffic(Kind.LATE_BATCH);
        assertThat(of(late)).hasSizeLessThanOrEqualTo(1);
        List<SimulatedReading> after =
                simulator().due(late.until(), late.until().plusSeconds(60)).stream()
                        .filter(reading -> reading.sensor().id().equals(late.entityId()))
                        .toList();
        assertThat(after).hasSizeGreaterThan(30);
        assertThat(after.getFirst().eventTime()).isBefore(late.from().plusSeconds(61));
    }

    @Test
    void aSpikeIsFarFromWhatWasBefore() {
        Happening spikes = firstOfTraffic(Kind.SPIKES);
        double during =
                of(spikes).stream()
                        .mapToDouble(r -> value(r, "average_speed"))
                        .average()
                        .orElseThrow();
        double before =
                simulator().due(spikes.from().minusSeconds(600), spikes.from()).stream()
                        .filter(reading -> reading.sensor().id().equals(spikes.entityId()))
                        .mapToDouble(r -> value(r, "average_speed"))
                        .average()
                        .orElseThrow();
        assertThat(during).isGreaterThan(before * 3);
    }

    @Test
    void anIncidentStopsItsRoadAndFillsTheOneBehind() {
        Happening incident =
                first(Kind.INCIDENT, happening -> watchedBehind(happening).size() == 1);
        String behind = watchedBehind(incident).getFirst();
        Instant mid =
                incident.from()
                        .plus(Duration.between(incident.from(), incident.until()).dividedBy(2));
        assertThat(roadMean(incident.entityId(), "average_speed", mid))
                .isLessThan(
                        0.6
                                * roadMean(
                                        incident.entityId(),
                                        "average_speed",
                                        incident.from().minusSeconds(900)));
        assertThat(roadMean(behind, "occupancy_percentage", mid))
                .isGreaterThan(
                        2
                                * roadMean(
                                        behind,
                                        "occupancy_percentage",
                                        incident.from().minusSeconds(900)));
    }

    private static List<String> watchedBehind(Happening incident) {
        Set<String> watched =
                sensors.stream()
                        .filter(sensor -> sensor.domain() == Domain.TRAFFIC)
                        .map(Sensor::placeId)
                        .collect(Collectors.toSet());
        return places.stream()
                .filter(place -> place.id().equals(incident.entityId()))
                .flatMap(place -> List.of(place.label("upstream").split(" ")).stream())
                .filter(watched::contains)
                .toList();
    }

    private static double roadMean(String road, String name, Instant from) {
        return mean(
                simulator().due(from, from.plusSeconds(420)),
                name,
                reading -> reading.sensor().placeId().equals(road));
    }

    @Test
    void aLeakShowsInTheNightFlowOfItsWard() {
        Happening leak = first(Kind.LEAK, SensorSimulatorTest::isLongAndLarge);
        LocalDate night = leak.from().atZone(INDIA).toLocalDate().plusDays(1);
        Predicate<SimulatedReading> inlet =
                reading ->
                        reading.sensor().placeId().equals(leak.entityId())
                                && reading.sensor().type().equals("zone_inlet_meter");

        double during = mean(day(night), "flow_rate", inlet.and(hours(2, 4)));
        double before = mean(day(night.minusDays(2)), "flow_rate", inlet.and(hours(2, 4)));
        assertThat(during - before).isGreaterThan(leak.size() * 0.7);
    }

    private static boolean isLongAndLarge(Happening leak) {
        return leak.size() > 2
                && Duration.between(leak.from(), leak.until()).compareTo(Duration.ofHours(40)) > 0;
    }

    @Test
    void oneSensorCanBeMadeToDriftForGood() {
        Instant from = at(TUESDAY, 0, 0);
        var drift = new LastingDrift("P001", from, -0.25);
        var simulator = SensorSimulator.of(towns[0], 5, DIWALI::equals, drift);
        Instant until = from.plus(Duration.ofDays(3));
        List<SimulatedReading> sound = simulator().due(from.minus(Duration.ofHours(1)), until);
        List<SimulatedReading> drifted = simulator.due(from.minus(Duration.ofHours(1)), until);
        assertThat(drifted).hasSameSizeAs(sound);
        int changed = 0;
        for (int i = 0; i < sound.size(); i++) {
            SimulatedReading one = drifted.get(i);
            boolean itself = one.sensor().id().equals("P001") && one.eventTime().isAfter(from);
            if (!itself) {
                assertThat(one).isEqualTo(sound.get(i));
            } else if (has(one, "pm25")) {
                double days = Duration.between(from, one.eventTime()).toSeconds() / 86_400.0;
                assertThat(value(one, "pm25"))
                        .isCloseTo(
                                value(sound.get(i), "pm25") * (1 - 0.25 * days),
                                org.assertj.core.api.Assertions.within(0.011));
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(100);
    }
}
