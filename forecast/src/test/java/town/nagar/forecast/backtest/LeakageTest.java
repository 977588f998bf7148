package town.nagar.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.series.Panel;

/** No forecast changes, by a single bit, with rows at or after its origin. */
class LeakageTest {
    private static final int DAYS = 40;
    private static final int STEPS = 5;
    private static final int FIRST = 30 * Made.DAY;
    private static final int SECOND = 33 * Made.DAY + 7;

    private static List<String> forecasts(Panel panel, int origin, long seed) {
        Outcome outcome = Made.outcome(panel, Task.ALL, seed, STEPS, FIRST, SECOND);
        List<String> rows = new ArrayList<>();
        for (String model : outcome.models()) {
            outcome.rows(
                    model,
                    row -> {
                        if (row.origin() == origin) {
                            rows.add(
                                    "%s %d %d %s %s %s"
                                            .formatted(
                                                    model,
                                                    row.series(),
                                                    row.step(),
                                                    Double.toHexString(row.value()),
                                                    Double.toHexString(row.ninetyFive().lower()),
                                                    Double.toHexString(row.eighty().upper())));
                        }
                    });
        }
        return rows;
    }

    private static Panel changedFrom(Panel panel, int from) {
        var random = new SplittableRandom(99);
        double[][] values = new double[panel.size()][];
        for (int series = 0; series < values.length; series++) {
            values[series] = panel.copy(series);
            for (int i = from; i < values[series].length; i++) {
                values[series][i] =
                        random.nextInt(3) == 0 ? Double.NaN : 1000 * random.nextDouble();
            }
        }
        return Panel.of(panel.grid(), panel.names(), values);
    }

    @Test
    void noModelSeesRowsAtOrAfterItsOrigin() {
        Panel panel = Made.panel(1, DAYS);
        for (int origin : new int[] {FIRST, SECOND}) {
            List<String> said = forecasts(panel, origin, 1);
            assertThat(said).hasSize(2 * STEPS * 11);
            assertThat(forecasts(changedFrom(panel, origin), origin, 1)).isEqualTo(said);
        }
    }

    @Test
    void rowsJustBeforeTheOriginMatter() {
        Panel panel = Made.panel(1, DAYS);
        assertThat(forecasts(changedFrom(panel, SECOND - 2), SECOND, 1))
                .isNotEqualTo(forecasts(panel, SECOND, 1));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Panel panel = Made.panel(2, DAYS);
        assertThat(forecasts(panel, SECOND, 5)).isEqualTo(forecasts(panel, SECOND, 5));
    }
}
