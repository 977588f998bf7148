package town.nagar.streams.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.places.Recollection.ResultKey;

class RecollectionTest {
    private static final Instant NOON = SmallTown.NOON;

    private final Recollection recollection = new Recollection();
    private final List<String> forgotten = new ArrayList<>();

    private static Aggregate hour(String kind, int hours, double figure) {
        return Results.of(
                        kind,
                        Domain.WATER,
                        "Z1",
                        NOON.plus(Duration.ofHours(hours)),
                        Duration.ofHours(1))
                .figure("x", figure)
                .build();
    }

    @Test
    void resultsOfAKindComeInOrderOfTimeAndTheNewestVersionCounts() {
        recollection.put(hour("b", 2, 1));
        recollection.put(hour("b", 1, 2));
        recollection.put(hour("a", 3, 3));
        recollection.put(hour("b", 2, 4));
        assertThat(recollection.results("b")).containsExactly(hour("b", 1, 2), hour("b", 2, 4));
    }

    @Test
    void onlyWhatEndedBeforeIsForgottenAndOnlyOfThatKind() {
        List.of(hour("a", 1, 0), hour("b", 1, 0), hour("b", 2, 0)).forEach(recollection::put);
        recollection.forgetResultsBefore(
                "b", NOON.plus(Duration.ofHours(2)), (ResultKey key) -> forgotten.add(key.word()));
        assertThat(recollection.results("b")).containsExactly(hour("b", 2, 0));
        assertThat(recollection.results("a")).containsExactly(hour("a", 1, 0));
        assertThat(forgotten)
                .containsExactly("b/" + NOON.plus(Duration.ofHours(1)).toEpochMilli() + "/");
    }
}
