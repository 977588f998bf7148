package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import town.nagar.forecast.series.Step;

class SeasonsTest {
    @Test
    void hoursRepeatByDayWeekAnd52Weeks() {
        assertThat(Seasons.of(Step.ofMinutes(60))).isEqualTo(new Seasons(24, 168, 8736));
        assertThat(Seasons.of(Step.ofMinutes(15))).isEqualTo(new Seasons(96, 672, 34944));
    }

    @Test
    void daysRepeatByWeekAndYearsNotAtAll() {
        assertThat(Seasons.of(Step.ofMinutes(1440))).isEqualTo(new Seasons(7, 7, 364));
        assertThat(Seasons.of(Step.ofMonths(12))).isEqualTo(new Seasons(1, 1, 0));
        assertThat(Seasons.of(Step.ofMonths(1))).isEqualTo(new Seasons(12, 12, 0));
    }
}
