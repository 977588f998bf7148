package town.nagar.contracts.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;

class QuantitiesTest {
    @Test
    void everyDomainHasQuantitiesAndTheirIndexIsTheirPlace() {
        for (Domain domain : Domain.values()) {
            Quantities quantities = Quantities.of(domain);
            assertThat(quantities.count()).as(domain.word()).isPositive();
            for (int i = 0; i < quantities.count(); i++) {
                assertThat(quantities.list().get(i).index()).isEqualTo(i);
            }
        }
    }

    @Test
    void aNameOfAnotherDomainIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> Values.of(Domain.TRAFFIC, Map.of("pm25", 1.0)))
                .hasMessageContaining("pm25")
                .hasMessageContaining("vehicle_count");
    }

    @Test
    void phalodisHeatOf51DegreesIsImplausibleButPossible() {
        Quantity temperature = Quantities.of(Domain.WEATHER).get("temperature");
        assertThat(temperature.plausible().holds(51.0)).isFalse();
        assertThat(temperature.physical().holds(51.0)).isTrue();
        assertThat(temperature.physical().holds(Double.NaN)).isFalse();
    }
}
