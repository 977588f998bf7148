package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void aSentenceSaysHowMuchAndWhy() {
        Explanation explanation =
                new Explanation(
                        "SHAP",
                        250,
                        312,
                        List.of(
                                new Contribution("rain", -8.25),
                                new Contribution("hour", 52.5),
                                new Contribution("holiday", 0.05),
                                new Contribution("last hour", 17.7)));
        assertThat(explanation.sentence("vehicles an hour"))
                .isEqualTo(
                        "312 vehicles an hour, 62.0 above the usual 250: hour +52.5, last hour"
                                + " +17.7, rain -8.25 (SHAP).");
    }

    @Test
    void whatIsBelowTheUsualIsSaidToBeAndTriflesAreLeftOut() {
        Explanation explanation =
                new Explanation(
                        "LIME",
                        2,
                        0.5,
                        List.of(new Contribution("wind", -1.5), new Contribution("heat", 0.001)));
        assertThat(explanation.sentence("g"))
                .isEqualTo("0.500 g, 1.50 below the usual 2.00: wind -1.50 (LIME).");
    }

    @Test
    void withoutFeaturesThereIsNoReason() {
        assertThat(new Explanation("SHAP", 1, 1, List.of()).sentence("t"))
                .isEqualTo("1.00 t, 0.000 above the usual 1.00 (SHAP).");
    }
}
