package town.nagar.norms.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficNormsTest {
    private static double[] counts(double twoWheelers, double cars) {
        double[] counts = new double[VehicleClass.all().size()];
        Arrays.fill(counts, Double.NaN);
        counts[VehicleClass.TWO_WHEELER.ordinal()] = twoWheelers;
        counts[VehicleClass.CAR.ordinal()] = cars;
        return counts;
    }

    /** IRC:106-1990, table 1; half-way between 5 % and 10 % the mean of both. */
    @ParameterizedTest
    @CsvSource({"0.05, 2.2", "0.075, 2.95", "0.10, 3.7", "0.5, 3.7"})
    void aBusWeighsMoreInAStreamOfBuses(double share, double pcu) {
        assertThat(VehicleClass.HEAVY.pcu(share)).isCloseTo(pcu, within(1e-9));
    }

    @Test
    void twoWheelersInBulkAreThreeQuartersOfACar() {
        assertThat(Pcu.ofClasses(counts(60, 40))).isCloseTo(85, within(1e-9));
        assertThat(Pcu.ofClasses(counts(Double.NaN, Double.NaN))).isNaN();
        assertThat(Pcu.ofClasses(counts(0, 0))).isZero();
    }

    @Test
    void vehiclesNotToldApartAreTakenByTheTownsMix() {
        double[] counts = counts(60, 20);
        assertThat(Pcu.ofStream(counts, 80)).isEqualTo(Pcu.ofClasses(counts));
        assertThat(Pcu.isEstimated(counts, 80)).isFalse();
        assertThat(Pcu.ofStream(counts, 100))
                .isCloseTo(Pcu.ofClasses(counts) + 20 * Pcu.TOWN_MIX, within(1e-9));
        assertThat(Pcu.isEstimated(counts, 100)).isTrue();
        double[] none = counts(Double.NaN, Double.NaN);
        assertThat(Pcu.ofStream(none, 100)).isEqualTo(Pcu.ofUnclassified(100));
        assertThat(Pcu.ofStream(none, Double.NaN)).isNaN();
        assertThat(Pcu.isEstimated(none, Double.NaN)).isFalse();
        assertThat(Pcu.isEstimated(none, 0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void aVehicleNeverWeighsLessInALargerShare(VehicleClass vehicle) {
        double last = vehicle.pcu(0);
        for (int share = 1; share <= 1000; share++) {
            double pcu = vehicle.pcu(share / 1000.0);
            assertThat(pcu).isGreaterThanOrEqualTo(last);
            last = pcu;
        }
        assertThat(last).isEqualTo(vehicle.pcu(0.10));
    }

    /** IRC:106-1990, table 1. */
    @ParameterizedTest
    @CsvSource({
        "TWO_WHEELER, 0.5, 0.75", "CAR, 1, 1", "AUTO, 1.2, 2.0", "LCV, 1.4, 2.0",
        "HEAVY, 2.2, 3.7", "TRACTOR, 4, 5", "CYCLE, 0.4, 0.5", "CYCLE_RICKSHAW, 1.5, 2"
    })
    void theTableOfPassengerCarUnits(VehicleClass vehicle, double rare, double frequent) {
        assertThat(vehicle.pcu(0.05)).isEqualTo(rare);
        assertThat(vehicle.pcu(0.10)).isCloseTo(frequent, within(1e-12));
    }

    @Test
    void theTownsSharesAddUpToOne() {
        assertThat(VehicleClass.all().stream().mapToDouble(VehicleClass::townShare).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(Pcu.ofUnclassified(100)).isBetween(80.0, 110.0);
    }

    @Test
    void aMinutesCountIsSixtyTimesAsMuchAnHour() {
        assertThat(Pcu.perHour(10, 60)).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({
        "0.29, A", "0.30, B", "0.60, B", "0.61, C", "0.75, C", "0.90, D", "1.0, E", "1.01, F"
    })
    void levelsOfServiceByFullness(double ratio, LevelOfService level) {
        assertThat(LevelOfService.of(ratio)).isEqualTo(level);
    }

    @Test
    void whatIsNotKnownHasNoLevelOfService() {
        assertThatThrownBy(() -> LevelOfService.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> LevelOfService.of(-0.1)).hasMessageContaining("0 or more");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 40, 50, false, pcu_classified+speed",
        "0.5, 40, 50, true, pcu_estimated+speed",
        "0.5, NaN, 50, false, pcu_classified",
        "0.5, 40, NaN, true, pcu_estimated",
        "NaN, 40, 50, true, speed"
    })
    void theBasisNamesWhatTheLevelWasToldFrom(
            double ratio, double speed, double free, boolean estimated, String code) {
        assertThat(CongestionBasis.find(ratio, speed, free, estimated).orElseThrow().code())
                .isEqualTo(code);
    }

    @Test
    void thereIsABasisWheneverThereIsALevel() {
        double[] some = {Double.NaN, 0, 0.5, 30};
        for (double ratio : some) {
            for (double speed : some) {
                for (double free : some) {
                    assertThat(CongestionBasis.find(ratio, speed, free, true).isPresent())
                            .as("%s %s %s", ratio, speed, free)
                            .isEqualTo(Congestion.level(ratio, speed, free) != Congestion.UNKNOWN);
                }
            }
        }
    }

    @Test
    void aRoadsFreeSpeedIsThe85thPercentileOfItsNights() {
        double[] speeds = IntStream.rangeClosed(1, 100).mapToDouble(v -> 101 - v).toArray();
        assertThat(FreeFlow.kmh(speeds)).hasValue(85);
        assertThat(FreeFlow.kmh(new double[] {Double.NaN, 42})).hasValue(42);
        assertThat(FreeFlow.kmh(new double[] {Double.NaN})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22:59, false", "23:00, true", "00:30, true", "04:59, true", "05:00, false"})
    void nightIsFromElevenToFiveInIndia(String time, boolean night) {
        long millis =
                ZonedDateTime.parse("2026-02-06T" + time + "+05:30").toInstant().toEpochMilli();
        assertThat(FreeFlow.isNight(millis)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 40, 40, 50",
        "0.2, 10, 40, 75",
        "1.7, 40, 40, 100",
        "0.0, 60, 40, 0",
        "NaN, 20, 40, 50",
        "0.345, NaN, 40, 35",
        "NaN, NaN, NaN, -1"
    })
    void congestionIsTheWorseOfFullAndSlow(double ratio, double speed, double free, int level) {
        assertThat(Congestion.level(ratio, speed, free)).isEqualTo(level);
    }

    @Test
    void capacityByRoadAndClass() {
        assertThat(RoadCapacity.TWO_LANE_TWO_WAY.pcuPerHour("arterial")).isEqualTo(1500);
        assertThat(RoadCapacity.FOUR_LANE_UNDIVIDED.pcuPerHour("collector")).isEqualTo(1800);
        assertThatThrownBy(() -> RoadCapacity.SIX_LANE_DIVIDED.pcuPerHour("lane"))
                .hasMessageContaining("'lane' is none of [arterial, sub_arterial, collector]");
    }
}
