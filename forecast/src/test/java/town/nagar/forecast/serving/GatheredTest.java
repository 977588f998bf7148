package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.training.Trained;

/** Versions share what is the same for them, and say what each says alone. */
class GatheredTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final Measure MEASURE = Measure.VEHICLE_COUNT;
    private static final List<String> ROADS = List.of("R001", "R002", "R003");

    private static Gathered gathered() {
        Panel panel = MadeModels.panel(MEASURE, ROADS, NOW);
        Map<String, double[]> stored = new HashMap<>();
        for (int series = 0; series < panel.size(); series++) {
            stored.put(panel.names().get(series), panel.copy(series));
        }
        LocalDateTime origin = MEASURE.origin(IndianTime.local(NOW));
        LocalDateTime start = MEASURE.step().after(origin, -panel.length());
        var grid = new TimeGrid(start, MEASURE.step(), panel.length());
        return new Gathered(MEASURE, grid, stored, Optional.empty());
    }

    private static Production.Model version(Trained trained) {
        return new Production.Model("1", trained.model());
    }

    private static double[][] said(Production.Model version, Gathered read) {
        Snapshot snapshot = Snapshot.of(version, read).orElseThrow();
        assertThat(snapshot.misfit()).isEmpty();
        int places = version.saved().provenance().series().size();
        double[][] said = new double[places][MEASURE.horizon()];
        for (int place = 0; place < places; place++) {
            for (int step = 0; step < said[place].length; step++) {
                said[place][step] = snapshot.forecast(place, step);
            }
        }
        return said;
    }

    @Test
    void versionsOfTheSamePlacesShareThemAndSayTheSameAsAlone() {
        try (Trained ridge = MadeModels.trained(MEASURE, ROADS, NOW, "ridge", 1);
                Trained trees = MadeModels.trained(MEASURE, ROADS, NOW, "gbm", 2)) {
            Gathered read = gathered();
            assertThat(read.of(version(ridge)).orElseThrow())
                    .isSameAs(read.of(version(trees)).orElseThrow());
            double[][] first = said(version(ridge), read);
            double[][] second = said(version(trees), read);
            assertThat(first).isDeepEqualTo(said(version(ridge), gathered()));
            assertThat(second).isDeepEqualTo(said(version(trees), gathered()));
            assertThat(first[0][0]).isNotEqualTo(second[0][0]);
        }
    }

    @Test
    void aVersionOfOtherPlacesHasItsOwn() {
        List<String> turned = List.of("R003", "R001");
        try (Trained all = MadeModels.trained(MEASURE, ROADS, NOW, "ridge", 1);
                Trained some = MadeModels.trained(MEASURE, turned, NOW, "ridge", 1)) {
            Gathered read = gathered();
            assertThat(read.of(version(all)).orElseThrow().places()).isEqualTo(ROADS);
            assertThat(read.of(version(some)).orElseThrow().places())
                    .containsExactly("R003", "R001", "R002");
            assertThat(said(version(some), read)).isDeepEqualTo(said(version(some), gathered()));
        }
    }

    @Test
    void withoutAModelThePlacesComeByName() {
        PlacesNow places = gathered().of(new Production.None("none")).orElseThrow();
        assertThat(places.places()).isEqualTo(ROADS);
        assertThat(places.age(0)).isEqualTo(1);
    }
}
