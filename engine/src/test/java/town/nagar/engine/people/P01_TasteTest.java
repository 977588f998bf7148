package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one traveller likes. */
final class P01_TasteTest {
    private static final List<Double> SIX = Collections.nCopies(Mode.COUNT, 0.5);

    @Test
    void theValueOfAnHourFollowsFromTheTastes() {
        var taste = new ModeTaste(SIX, -0.05, -0.03, 1, SIX, SIX);
        assertThat(taste.valueOfHour()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatIsNoTasteIsRefused() {
        assertThatThrownBy(() -> new ModeTaste(SIX, 0.1, -1, 0, SIX, SIX))
                .hasMessageContaining("perMinute 0.1");
        assertThatThrownBy(() -> new ModeTaste(List.of(), -1, -1, 0, SIX, SIX))
                .hasMessageContaining("constants are []");
        List<Double> unknown = Collections.nCopies(Mode.COUNT, Double.NaN);
        assertThatThrownBy(() -> new ModeTaste(SIX, -1, -1, 0, unknown, SIX))
                .hasMessageContaining("rupeesPerKm are [NaN");
    }
}
