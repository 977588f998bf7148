package town.nagar.contracts.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;

class ValuesTest {
    @Test
    void whatWasNotMeasuredIsNotANumber() {
        Values values = Values.of(Domain.WATER, Map.of("flow_rate", 2.5));
        assertThat(values.get(Quantities.of(Domain.WATER).get("flow_rate"))).isEqualTo(2.5);
        assertThat(values.has(Quantities.of(Domain.WATER).get("pressure_bar"))).isFalse();
        assertThat(values).hasToString("flow_rate=2.5");
    }
}
