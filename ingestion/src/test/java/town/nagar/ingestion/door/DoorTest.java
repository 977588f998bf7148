package town.nagar.ingestion.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity.Range;
import town.nagar.contracts.readings.Reading;
import town.nagar.ingestion.registry.Registries;

class DoorTest {
    private final Doors doors =
            new Doors(
                    Registries.sensor("T001", Domain.TRAFFIC, "R7"),
                    Registries.sensor("A1", Domain.POLLUTION, "S1"),
                    Registries.sensor(
                            "W1", Domain.WATER, "Z1", Map.of("pressure_bar", new Range(1, 4))),
                    Registries.sensor("M:POTATO", Domain.MARKET, "M"));

    private static String traffic(String sensor, String time, int count) {
        return "{\"sensor_id\":\"%s\",\"event_time\":\"%s\",\"values\":{\"vehicle_count\":%d}}"
                .formatted(sensor, time, count);
    }

    private Reading accepted(String domain, String json) {
        Outcome outcome = doors.takeOne(domain, json);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.settled()).isCompleted();
        return doors.outlet.readings().getLast();
    }

    private Outcome.Refused refused(String domain, String json) {
        Outcome outcome = doors.takeOne(domain, json);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static double value(Reading reading, String quantity) {
        return reading.values().get(Quantities.of(reading.domain()).get(quantity));
    }

    @Test
    void aReadingOfAKnownSensorGoesToItsDomainsTopicUnderItsPlace() {
        Reading reading =
                accepted(
                        "traffic",
                        """
                        {"sensor_id":"T001","event_time":"2026-02-06T13:29:30+05:30",
                         "values":{"vehicle_count":45,"average_speed":32.5},"labels":{"lane":"2"}}
                        """);
        assertThat(doors.outlet.sent.getLast().topic()).isEqualTo("traffic");
        assertThat(doors.outlet.sent.getLast().key()).isEqualTo("R7");
        assertThat(reading.eventTime()).isEqualTo(Instant.parse("2026-02-06T07:59:30Z"));
        assertThat(reading.receivedAt()).isEqualTo(Doors.NOW);
        assertThat(reading.labels()).containsEntry("lane", "2");
        assertThat(reading.flags()).isEmpty();
        assertThat(reading.source()).isEqualTo("gate");
        assertThat(value(reading, "average_speed")).isEqualTo(32.5);
    }

    @Test
    void theFlatFormAndMillisecondsAreTakenToo() {
        Reading reading =
                accepted(
                        "traffic",
                        "{\"sensor_id\":\"T001\",\"timestamp\":1770364770000,\"vehicle_count\":3}");
        assertThat(reading.eventTime()).isEqualTo(Instant.ofEpochMilli(1_770_364_770_000L));
        assertThat(value(reading, "vehicle_count")).isEqualTo(3);
    }

    @Test
    void aValueThatCannotExistIsRefusedWithFieldValueAndRange() {
        Outcome.Refused refused = refused("traffic", traffic("T001", "2026-02-06T08:00:00Z", -1));
        assertThat(refused.reason()).isEqualTo(Reason.OUTSIDE_PHYSICAL_RANGE);
        assertThat(refused.message())
                .isEqualTo("vehicle_count is -1.0 vehicles; allowed: 0.0 to 100000.0");
        assertThat(doors.outlet.deadLetters().getLast().reason())
                .isEqualTo("outside_physical_range");
    }

    @Test
    void anUnlikelyValueIsKeptAndFlagged() {
        assertThat(accepted("traffic", traffic("T001", "2026-02-06T08:00:00Z", 30_000)).flags())
                .containsExactly(Flag.IMPLAUSIBLE);
    }

    @Test
    void aSensorsOwnRangeNarrowsWhatIsPlausible() {
        String json =
                "{\"sensor_id\":\"W1\",\"event_time\":\"2026-02-06T08:00:00Z\",\"pressure_bar\":5}";
        assertThat(accepted("water", json).flags()).containsExactly(Flag.IMPLAUSIBLE);
    }

    /** Accepted, it would be acknowledged and then stored nowhere: no table takes it. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\udc00", "\\u0000"})
    void aLabelThatNoTableTakesIsRefusedAtTheDoor(String text) {
        String json =
                """
                {"sensor_id":"T001","event_time":"2026-02-06T08:00:00Z",
                 "values":{"vehicle_count":45},"labels":{"lane":"%s"}}
                """
                        .formatted(text);
        assertThat(refused("traffic", json).message()).contains("label lane");
    }

    @Test
    void pricesThatContradictEachOtherAreFlagged() {
        String json =
                """
                {"sensor_id":"M:POTATO","event_time":"2026-02-06T08:00:00Z",
                 "values":{"min_price":1500,"max_price":1200,"modal_price":1300}}
                """;
        assertThat(accepted("market", json).flags()).containsExactly(Flag.IMPLAUSIBLE);
    }

    /** Factors of norms-and-conventions: 25 °C, 101.325 kPa, 24.465 l/mol. */
    @ParameterizedTest
    @CsvSource({
        "no2, ppb, 10, 18.8",
        "so2, ppb, 10, 26.19",
        "o3, ppb, 10, 19.62",
        "nh3, ppb, 10, 6.96",
        "co, ppm, 2, 2.29",
        "co, ug/m3, 500, 0.5",
        "temperature, °F, 77, 25",
        "pm25, mg/m3, 0.03, 30"
    })
    void otherUnitsAreConvertedAndTheOriginalIsKept(
            String quantity, String unit, double given, double canonical) {
        Reading reading =
                accepted(
                        "pollution",
                        """
                        {"sensor_id":"A1","event_time":"2026-02-06T08:00:00Z",
                         "values":{"%1$s":%2$s},"units":{"%1$s":"%3$s"}}
                        """
                                .formatted(quantity, given, unit));
        assertThat(value(reading, quantity)).isCloseTo(canonical, within(1e-9));
        assertThat(reading.flags()).containsExactly(Flag.CONVERTED);
        assertThat(reading.labels().get("original_" + quantity)).startsWith(given + " " + unit);
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.data.Offset.offset(distance);
    }

    @Test
    void nitrogenOxidesAreNeverTurnedIntoNitrogenDioxide() {
        Reading reading =
                accepted(
                        "pollution",
                        "{\"sensor_id\":\"A1\",\"time\":\"2026-02-06T08:00:00Z\",\"nox\":80}");
        assertThat(reading.values().has(Quantities.of(Domain.POLLUTION).get("no2"))).isFalse();
        Outcome.Refused refused =
                refused(
                        "pollution",
                        """
                        {"sensor_id":"A1","time":"2026-02-06T08:00:00Z",
                         "values":{"nox":80},"units":{"nox":"ug/m3"}}
                        """);
        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_UNIT);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesAllowed() {
        Outcome.Refused refused =
                refused(
                        "traffic",
                        "{\"sensor_id\":\"T001\",\"time\":\"2026-02-06T08:00:00Z\",\"cars\":3}");
        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_QUANTITY);
        assertThat(refused.message()).contains("'cars'").contains("vehicle_count, average_speed");
    }

    @Test
    void anUnknownDomainIsRefusedWithTheDomainsThereAre() {
        assertThat(refused("noise", "{}").message()).contains("noise").contains("weather");
    }

    @Test
    void swappedCoordinatesAreRefused() {
        String json =
                """
                {"sensor_id":"T001","event_time":"2026-02-06T08:00:00Z","vehicle_count":3,
                 "coordinates":[72.57,23.02]}
                """;
        assertThat(refused("traffic", json).reason()).isEqualTo(Reason.COORDINATES_SWAPPED);
    }

    @Test
    void theSameReadingWithinTenSecondsIsCountedButNotPublishedAgain() {
        String json = traffic("T001", "2026-02-06T08:00:00Z", 3);
        accepted("traffic", json);
        doors.pass(Duration.ofSeconds(9));
        assertThat(doors.takeOne("traffic", json)).isInstanceOf(Outcome.Duplicate.class);
        assertThat(doors.outlet.readings()).hasSize(1);
        assertThat(
                        doors.meters
                                .get("nagar.ingestion.readings")
                                .tags("domain", "traffic", "route", "rest", "outcome", "duplicate")
                                .counter()
                                .count())
                .isEqualTo(1);
        doors.pass(Duration.ofSeconds(2));
        assertThat(doors.takeOne("traffic", json)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anotherValueAtTheSameTimeIsACorrectionThatPassesAndIsCounted() {
        accepted("traffic", traffic("T001", "2026-02-06T08:00:00Z", 3));
        accepted("traffic", traffic("T001", "2026-02-06T08:00:00Z", 4));
        assertThat(doors.takeOne("traffic", traffic("T001", "2026-02-06T08:00:00Z", 4)))
                .isInstanceOf(Outcome.Duplicate.class);
        assertThat(doors.outlet.readings())
                .extracting(Reading::ingestId)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(doors.meters.get("nagar.ingestion.corrections").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void aReadingThatKafkaDidNotTakeIsNoDuplicateWhenItComesAgain() {
        String json = traffic("T001", "2026-02-06T08:00:00Z", 3);
        doors.outlet.refuses = true;
        assertThat(doors.takeOne("traffic", json).settled()).isCompletedExceptionally();
        doors.outlet.refuses = false;
        accepted("traffic", json);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-06T08:04:59Z, ''",
        "2026-02-06T08:05:01Z, CLOCK_AHEAD",
        "2026-02-07T07:59:59Z, CLOCK_AHEAD"
    })
    void aClockThatIsAheadIsFlagged(String time, String flag) {
        assertThat(accepted("traffic", traffic("T001", time, 3)).flags())
                .isEqualTo(
                        flag.isEmpty() ? java.util.Set.of() : java.util.Set.of(Flag.valueOf(flag)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-07T08:00:01Z, EVENT_TIME_IN_FUTURE",
        "1989-12-31T23:59:59Z, EVENT_TIME_TOO_OLD",
        "2026-02-30T08:00:00Z, BAD_EVENT_TIME",
        "2026-02-06T08:00:00, MALFORMED"
    })
    void aTimeThatCannotBeIsRefused(String time, Reason reason) {
        assertThat(refused("traffic", traffic("T001", time, 3)).reason()).isEqualTo(reason);
    }

    @Test
    void secondsInsteadOfMillisecondsAreRefusedWithAHint() {
        assertThat(
                        refused(
                                        "traffic",
                                        "{\"sensor_id\":\"T001\",\"time\":1770364770,\"vehicle_count\":3}")
                                .message())
                .contains("milliseconds, not seconds");
    }

    @Test
    void aStrangerIsEnteredAsUnverifiedAndItsReadingKept() {
        Reading reading = accepted("traffic", traffic("NEW-1", "2026-02-06T08:00:00Z", 3));
        assertThat(reading.placeId()).isEqualTo("NEW-1");
        assertThat(reading.flags()).containsExactly(Flag.UNVERIFIED);
        assertThat(doors.outlet.sent.getFirst().key()).isEqualTo("sensor/NEW-1");
        assertThat(doors.outlet.sent.getFirst().text()).contains("\"verified\":false");
    }

    @Test
    void aSourceThatAnnouncesTooManyStrangersIsRefused() {
        for (int i = 0; i < 1_000; i++) {
            accepted("traffic", traffic("NEW-" + i, "2026-02-06T08:00:00Z", 3));
        }
        String oneMore = traffic("NEW-1000", "2026-02-06T08:00:00Z", 3);
        assertThat(refused("traffic", oneMore).reason()).isEqualTo(Reason.TOO_MANY_NEW_SENSORS);
        doors.pass(Duration.ofHours(1));
        accepted("traffic", oneMore);
    }

    @Test
    void aSensorOfAnotherDomainIsRefused() {
        assertThat(refused("traffic", traffic("A1", "2026-02-06T08:00:00Z", 3)).reason())
                .isEqualTo(Reason.WRONG_DOMAIN);
    }

    @Test
    void aWrongItemDoesNotHinderTheOthersOfItsBatch() {
        String bad = "{\"sensor_id\":\"T001\",\"vehicle_count\":[{\"a\":1}]}";
        String batch =
                "[ %s, %s , 7, %s]"
                        .formatted(
                                traffic("T001", "2026-02-06T07:00:00Z", 1),
                                bad,
                                traffic("T001", "2026-02-06T07:01:00Z", 2));
        List<Outcome> outcomes = doors.take("traffic", batch);
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Accepted.class);
        assertThat(originals()).containsExactly(bad, "7");
    }

    @Test
    void brokenJsonKeepsWhatStoodBeforeItAndTheRestBecomesADeadLetter() {
        String good = traffic("T001", "2026-02-06T07:00:00Z", 1);
        List<Outcome> outcomes = doors.take("traffic", "[" + good + ",{\"sensor_id\":\"T0");
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcomes).hasSize(2);
        assertThat(originals()).singleElement().asString().endsWith("{\"sensor_id\":\"T0");
    }

    @Test
    void anArrayUnderReadingsIsABatch() {
        String json = "{\"readings\":[%s]}".formatted(traffic("T001", "2026-02-06T07:00:00Z", 1));
        accepted("traffic", json);
    }

    private List<String> originals() {
        return doors.outlet.deadLetters().stream()
                .map(letter -> Base64.getDecoder().decode(letter.originalBase64()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void theSensorInTheAddressCountsAndMustAgree() {
        String json = "{\"event_time\":\"2026-02-06T08:00:00Z\",\"vehicle_count\":3}";
        Origin origin =
                Origin.of(Route.MQTT, "gate", "traffic", "nagar/traffic/T001").withSensor("T001");
        Intake intake = doors.door.take(origin, json.getBytes(StandardCharsets.UTF_8));
        assertThat(intake.outcomes().getFirst()).isInstanceOf(Outcome.Accepted.class);
        String other = traffic("T002", "2026-02-06T08:00:00Z", 3);
        Outcome outcome =
                doors.door
                        .take(origin, other.getBytes(StandardCharsets.UTF_8))
                        .outcomes()
                        .getFirst();
        assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Reason.SENSOR_ID_MISMATCH);
    }
}
