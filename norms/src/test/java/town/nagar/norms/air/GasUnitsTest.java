package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GasUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "NO2, ppb, 1.880",
        "SO2, ppb, 2.619",
        "O3, ppb, 1.962",
        "NH3, ppb, 0.696",
        "CO, ppm, 1.145",
        "CO, ug/m3, 0.001",
        "PM25, mg/m3, 1000"
    })
    void oneUnitAt25Degrees(Pollutant pollutant, String unit, double expected) {
        assertThat(GasUnits.factor(pollutant, unit, GasUnits.LITRES_PER_MOLE_25C))
                .isCloseTo(expected, within(0.0006));
    }

    @Test
    void at20DegreesTheSameShareWeighsMore() {
        double at25 = GasUnits.factor(Pollutant.NO2, "ppb", GasUnits.LITRES_PER_MOLE_25C);
        double at20 = GasUnits.factor(Pollutant.NO2, "ppb", GasUnits.LITRES_PER_MOLE_20C);
        assertThat(at20 / at25).isCloseTo(1.017, within(0.0005));
    }

    @Test
    void particlesHaveNoPartsPerBillion() {
        assertThatThrownBy(
                        () -> GasUnits.factor(Pollutant.PM25, "ppb", GasUnits.LITRES_PER_MOLE_25C))
                .hasMessage("unit 'ppb' of PM2.5 is unknown; allowed: [ug/m3, mg/m3]");
    }
}
