package town.nagar.norms.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.norms.water.DrinkingWater.Verdict;

class WaterNormsTest {
    @Test
    void pressureInBarByStoreys() {
        assertThat(ResidualPressure.ONE_STOREY.bar()).isCloseTo(0.69, within(0.005));
        assertThat(ResidualPressure.TWO_STOREYS.bar()).isCloseTo(1.18, within(0.005));
        assertThat(ResidualPressure.THREE_STOREYS.bar()).isCloseTo(1.67, within(0.005));
    }

    @Test
    void drinkingWaterByIs10500() {
        DrinkingWater turbidity = DrinkingWater.find("turbidity").orElseThrow();
        assertThat(turbidity.judge(1)).isEqualTo(Verdict.ACCEPTABLE);
        assertThat(turbidity.judge(5)).isEqualTo(Verdict.PERMISSIBLE);
        assertThat(turbidity.judge(5.1)).isEqualTo(Verdict.UNFIT);
        assertThat(DrinkingWater.FREE_CHLORINE.judge(0.1)).isEqualTo(Verdict.UNFIT);
        assertThat(DrinkingWater.PH.judge(8.6)).isEqualTo(Verdict.UNFIT);
        assertThat(DrinkingWater.find("colour")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.69", "2, 1.18", "3, 1.67"})
    void anAlarmIsRaisedBelowTheNormOfTheStoreys(int storeys, double bar) {
        ResidualPressure norm = ResidualPressure.ofStoreys(storeys);
        assertThat(norm.alarmBar()).isEqualTo(bar).isCloseTo(norm.bar(), within(0.005));
        assertThat(norm.isLow(Math.nextDown(bar))).isTrue();
        assertThat(norm.isLow(bar)).isFalse();
        assertThat(norm.isLow(Double.NaN)).isFalse();
    }

    @Test
    void housesOfFourStoreysLiftTheirOwnWater() {
        assertThatThrownBy(() -> ResidualPressure.ofStoreys(4))
                .hasMessage("4 storeys; allowed: 1 to 3");
    }

    @ParameterizedTest
    @CsvSource({
        "COVERAGE, 100", "SUPPLY, 135", "METERING, 100", "NON_REVENUE_WATER, 20",
        "CONTINUITY, 24", "QUALITY, 100", "COMPLAINTS_REDRESSED, 80", "COST_RECOVERY, 100",
        "COLLECTION, 90"
    })
    void serviceLevelsAreMetAtTheirTargetAndMissedOnTheWrongSideOfIt(
            ServiceLevel level, double target) {
        assertThat(level.target()).isEqualTo(target);
        assertThat(level.isMetBy(target)).isTrue();
        assertThat(level.isMetBy(target - 1)).isEqualTo(level == ServiceLevel.NON_REVENUE_WATER);
        assertThat(level.isMetBy(target + 1)).isEqualTo(level != ServiceLevel.NON_REVENUE_WATER);
        assertThatThrownBy(() -> level.isMetBy(Double.NaN)).hasMessageContaining("NaN");
    }

    /** IS 10500:2012: the acceptable limit, then the permissible one; equal without relaxation. */
    @ParameterizedTest
    @CsvSource({
        "turbidity, 1, 5",
        "tds, 500, 2000",
        "hardness, 200, 600",
        "chloride, 250, 1000",
        "nitrate, 45, 45",
        "fluoride, 1.0, 1.5",
        "ph, 8.5, 8.5"
    })
    void theLimitsOfDrinkingWater(String quantity, double acceptable, double permissible) {
        DrinkingWater limit = DrinkingWater.find(quantity).orElseThrow();
        assertThat(limit.quantity()).isEqualTo(quantity);
        assertThat(limit.judge(acceptable)).isEqualTo(Verdict.ACCEPTABLE);
        assertThat(limit.judge(permissible)).isNotEqualTo(Verdict.UNFIT);
        assertThat(limit.judge(Math.nextUp(acceptable))).isNotEqualTo(Verdict.ACCEPTABLE);
        assertThat(limit.judge(Math.nextUp(permissible))).isEqualTo(Verdict.UNFIT);
    }

    @Test
    void waterThatWasNotMeasuredIsNotJudged() {
        assertThatThrownBy(() -> DrinkingWater.PH.judge(Double.NaN)).hasMessageContaining("ph");
    }

    @Test
    void aTownWithSewersGets135Litres() {
        assertThat(Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay()).isEqualTo(135);
    }
}
