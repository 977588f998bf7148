package town.nagar.streams.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.places.Replay;
import town.nagar.streams.window.Sample;

class MarketLogicTest {
    /** Noon in India; wheat's support price of the season is Rs 2,425 a quintal. */
    private static final Instant FIRST = Instant.parse("2025-05-05T06:30:00Z");

    private final List<Sample> reports = new ArrayList<>();

    private void report(String series, int day, double modal) {
        reports.add(
                SmallTown.sample(
                        Domain.MARKET,
                        series,
                        "M1",
                        FIRST.plusSeconds(day * 86_400L),
                        Map.of(
                                "min_price",
                                modal * 0.9,
                                "max_price",
                                modal * 1.1,
                                "modal_price",
                                modal,
                                "arrivals_tonnes",
                                12.0)));
    }

    private Replay replay() {
        Replay replay = new Replay(new MarketLogic(), new SmallTown().book());
        replay.run(SmallTown.slices(MarketLogic.job().slicer(), reports));
        return replay;
    }

    private static List<AlertEvent> alerts(String rule, Replay replay) {
        return replay.alerts().stream().filter(alert -> alert.rule().equals(rule)).toList();
    }

    @Test
    void aDayOfASeries() {
        report("M1:tomato:local", 0, 2000);
        Aggregate day = replay().results().getFirst();
        assertThat(day.figures())
                .containsEntry("modal_price", 2000.0)
                .containsEntry("arrivals_tonnes", 12.0);
        assertThat(day.labels())
                .containsEntry("commodity", "tomato")
                .containsEntry("variety", "local")
                .containsEntry("mandi_id", "M1");
        assertThat(day.windowStart()).isEqualTo(Instant.parse("2025-05-04T18:30:00Z"));
    }

    @Test
    void aJumpOfMoreThanAFifthIsAShockUntilItIsUsualAgain() {
        double[] prices = {2000, 2020, 1980, 2500, 2050};
        for (int day = 0; day < prices.length; day++) {
            report("M1:tomato", day, prices[day]);
        }
        assertThat(alerts("price_shock", replay()))
                .extracting(AlertEvent::phase)
                .containsExactly(Phase.OPENED, Phase.CLEARED);
    }

    @Test
    void aPriceUnderTheSupportPriceIsTold() {
        report("M1:wheat", 0, 2430);
        report("M1:wheat", 1, 2400);
        AlertEvent told = alerts("below_msp", replay()).getFirst();
        assertThat(told.metrics()).containsEntry("support_price", 2425.0);
        assertThat(told.at()).isAfter(FIRST.plusSeconds(86_400));
    }

    @Test
    void whatHasNoSupportPriceIsNeverBelowIt() {
        report("M1:tomato", 0, 100);
        assertThat(alerts("below_msp", replay())).isEmpty();
    }

    @Test
    void aReportThatCannotBeRightAlarmsNobody() {
        for (int day = 0; day < 4; day++) {
            report("M1:wheat", day, 2500);
        }
        report("M1:wheat", 4, 5);
        assertThat(replay().alerts()).isEmpty();
        assertThat(replay().results().getLast().labels())
                .containsEntry("doubt", "modal_under_ten_rupees");
    }
}
