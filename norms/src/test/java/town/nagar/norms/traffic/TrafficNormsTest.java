package town.nagar.norms.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
