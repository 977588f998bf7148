package town.nagar.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.streams.fixtures.SmallTown;

class ReferenceBookTest {
    @Test
    void aPointIsInTheZoneWhoseShapeCoversIt() {
        ReferenceBook book = new SmallTown().place("W1", PlaceKind.ZONE, Map.of(), Map.of()).book();
        assertThat(book.wardOf(new Point(23.2, 72.6))).contains("W1");
        assertThat(book.wardOf(new Point(24.2, 72.6))).isEmpty();
    }

    @Test
    void aPlaceIsInTheZoneItNamesOrElseWhereItLies() {
        ReferenceBook book =
                new SmallTown()
                        .place("W1", PlaceKind.ZONE, Map.of(), Map.of())
                        .place("R1", PlaceKind.ROAD, Map.of(), Map.of("zone", "W9"))
                        .place("R2", PlaceKind.ROAD, Map.of(), Map.of())
                        .book();
        assertThat(book.wardOfPlace("R1")).contains("W9");
        assertThat(book.wardOfPlace("R2")).contains("W1");
        assertThat(book.wardOfPlace("R3")).isEmpty();
    }

    @Test
    void aRoadKnowsWhereItsTrafficGoes() {
        ReferenceBook book =
                new SmallTown()
                        .place("R1", PlaceKind.ROAD, Map.of(), Map.of("upstream", "R2 R3"))
                        .place("R4", PlaceKind.ROAD, Map.of(), Map.of("upstream", "R2"))
                        .book();
        assertThat(book.downstreamOf("R2")).containsExactlyInAnyOrder("R1", "R4");
        assertThat(book.downstreamOf("R1")).isEmpty();
    }

    @Test
    void whatWasRemovedIsGoneAndWhatCannotBeReadIsLeftOut() {
        ReferenceBook book = new SmallTown().sensor("T1", Domain.TRAFFIC, "R1", "loop", 60).book();
        book.take(new ReferenceItem("sensor/T2", 5, "{no json"));
        assertThat(book.findSensor("T1")).isPresent();
        assertThat(book.findSensor("T2")).isEmpty();
        book.take(new ReferenceItem("sensor/T1", 6, ""));
        assertThat(book.findSensor("T1")).isEmpty();
    }
}
