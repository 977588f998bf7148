package town.nagar.forecast.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
    private static final SemanticVersion TOP = new SemanticVersion(2, 3, 4);

    private static Lineage lineage(String data, String features, String trees, String code) {
        return new Lineage(data, features, Map.of("trees", trees), code, "");
    }

    private static String after(Lineage now) {
        return SemanticVersion.after(TOP, lineage("d1", "f/1", "100", "c1"), now).toString();
    }

    @Test
    void otherDataIsAPatch() {
        assertThat(after(lineage("d2", "f/1", "100", "c1"))).isEqualTo("2.3.5");
    }

    @Test
    void otherParametersOrCodeAreAMinorChange() {
        assertThat(after(lineage("d1", "f/1", "200", "c1"))).isEqualTo("2.4.0");
        assertThat(after(lineage("d1", "f/1", "100", "c2"))).isEqualTo("2.4.0");
    }

    @Test
    void otherFeaturesAreAMajorChange() {
        assertThat(after(lineage("d1", "f/2", "200", "c2"))).isEqualTo("3.0.0");
    }

    @Test
    void versionsAreOrderedByNumberAndNotByText() {
        assertThat(new SemanticVersion(1, 10, 0)).isGreaterThan(new SemanticVersion(1, 9, 9));
        assertThat(SemanticVersion.parse("1.10.0"))
                .isEqualTo(Optional.of(new SemanticVersion(1, 10, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2", "v1.2.3", "1.2.3.4", "1.2.-3", "1.2.x", "", "9999999.0.0"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }
}
