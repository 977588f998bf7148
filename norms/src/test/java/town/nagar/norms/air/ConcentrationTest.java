package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTest {
    @Test
    void whatWasGivenIsKept() {
        Concentration no2 = Concentration.of(Pollutant.NO2, 40, "ppb", ReferenceState.CELSIUS_20);
        assertThat(no2.value()).isCloseTo(40 * 1.880 * 1.017, within(0.05));
        assertThat(no2.givenValue()).isEqualTo(40);
        assertThat(no2.givenUnit()).isEqualTo("ppb");
        assertThat(no2.reference()).isEqualTo(ReferenceState.CELSIUS_20);
        assertThat(no2.isConverted()).isTrue();
    }

    @Test
    void aDecimalOfCarbonMonoxideStaysTheSameDecimal() {
        for (int micrograms = 0; micrograms < 60_000; micrograms += 50) {
            double value =
                    Concentration.of(Pollutant.CO, micrograms, "ug/m3", ReferenceState.CELSIUS_25)
                            .value();
            assertThat(value).isEqualTo(micrograms / 1000.0);
        }
    }

    @Test
    void anUnknownUnitIsRefusedNamingThoseThatAreKnown() {
        assertThatThrownBy(
                        () -> Concentration.of(Pollutant.NO2, 40, "oz", ReferenceState.CELSIUS_25))
                .hasMessage("unit 'oz' of NO2 is unknown; allowed: [ug/m3, mg/m3, ppb, ppm]");
    }

    @Test
    void noxIsNotTakenForNo2() {
        assertThatThrownBy(() -> Pollutant.get("nox"))
                .hasMessageContaining("NOx is not NO2")
                .hasMessageContaining("pm25, pm10, no2, so2, o3, co, nh3, pb");
        assertThat(Pollutant.find("co2")).isEmpty();
    }

    @Test
    void onlyTwoReferenceTemperaturesAreKnown() {
        assertThat(ReferenceState.of("20").celsius()).isEqualTo(20);
        assertThatThrownBy(() -> ReferenceState.of("0")).hasMessageContaining("allowed: 25, 20");
    }
}
