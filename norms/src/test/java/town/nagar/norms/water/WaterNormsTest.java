package town.nagar.norms.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
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

    @Test
    void aTownWithSewersGets135Litres() {
        assertThat(Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay()).isEqualTo(135);
    }
}
