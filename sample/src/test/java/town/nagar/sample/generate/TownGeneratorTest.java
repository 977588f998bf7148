package town.nagar.sample.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadLink;

final class TownGeneratorTest {
    private static final Town TOWN = TownGenerator.generate(1, 50_000);

    @ParameterizedTest(name = "seed {0}, {1} people")
    @CsvSource({"1,2000", "2,5000", "3,20000", "4,50000", "5,50000", "6,50000", "7,120000"})
    void everyTownHangsTogether(long seed, int population) {
        Town town = TownGenerator.generate(seed, population);
        assertThat(town.roads().isStronglyConnected()).isTrue();
        assertThat(town.wards().stream().mapToLong(Ward::population).sum()).isEqualTo(population);
        assertThatWardsArePartition(town);
        assertThatSensorsHavePlaces(town);
    }

    /** Each side of a ward is either the other way round in one other ward, or the town's edge. */
    private static void assertThatWardsArePartition(Town town) {
        Map<List<Point>, Integer> sides = new HashMap<>();
        for (Ward ward : town.wards()) {
            List<Point> ring = ward.polygons().getFirst().getFirst();
            assertThat(new HashSet<>(ring)).hasSize(ring.size() - 1);
            for (int corner = 1; corner < ring.size(); corner++) {
                sides.merge(List.of(ring.get(corner - 1), ring.get(corner)), 1, Integer::sum);
            }
        }
        assertThat(sides.values()).containsOnly(1);
        Map<Point, Point> edge = new HashMap<>();
        sides.keySet().stream()
                .filter(side -> !sides.containsKey(side.reversed()))
                .forEach(side -> edge.put(side.getFirst(), side.getLast()));
        assertThat(lengthOfRing(edge)).as("one outline, so no gap inside").isEqualTo(edge.size());
    }

    private static int lengthOfRing(Map<Point, Point> next) {
        Point start = next.keySet().iterator().next();
        Point at = start;
        int steps = 0;
        do {
            at = next.getOrDefault(at, start);
            steps++;
        } while (!at.equals(start) && steps <= next.size());
        return steps;
    }

    private static void assertThatSensorsHavePlaces(Town town) {
        Set<String> places = new HashSet<>(town.places().stream().map(Place::id).toList());
        assertThat(places).hasSize(town.places().size());
        assertThat(town.sensors()).allMatch(sensor -> places.contains(sensor.placeId()));
        assertThat(town.sensors()).allMatch(Sensor::simulated);
        assertThat(town.sensors().stream().map(Sensor::id)).doesNotHaveDuplicates();
        assertThat(town.sensors().stream().map(Sensor::domain).distinct())
                .containsExactlyInAnyOrder(Domain.values());
    }

    @Test
    void theUsualTownHasWhatATownOfItsSizeHas() {
        assertThat(TOWN.wards()).hasSizeBetween(12, 16);
        assertThat(TOWN.roads().links()).hasSizeBetween(1_300, 1_700);
        assertThat(count(Domain.TRAFFIC)).isEqualTo(40);
        assertThat(count(Domain.POLLUTION)).isBetween(5L, 6L);
        assertThat(count(Domain.WATER)).isBetween(110L, 130L);
        assertThat(count(Domain.MARKET)).isBetween(6L, 8L);
        assertThat(count(Domain.WEATHER)).isEqualTo(1);
        assertThat(count(Domain.AGRICULTURE)).isGreaterThanOrEqualTo(20);
    }

    private static long count(Domain domain) {
        return TOWN.sensors().stream().filter(sensor -> sensor.domain() == domain).count();
    }

    @Test
    void roadsSayWhatTheirClassCarries() {
        RoadLink first = TOWN.roads().links().getFirst();
        Place place = place("R001");
        assertThat(first.id()).isEqualTo("R001");
        assertThat(place.kind()).isEqualTo(PlaceKind.ROAD);
        assertThat(place.label("class")).isEqualTo("arterial");
        assertThat(place.figure("capacity_pcu_per_hour")).isEqualTo(1_800);
        assertThat(place.figure("length_m"))
                .isCloseTo(
                        Degrees.metres(first.line().getFirst(), first.line().getLast()),
                        within(0.1));
    }

    @Test
    void theFirstTrafficSensorIsOnTheFirstRoadAndHasOneDownstream() {
        Sensor first = TOWN.sensors().getFirst();
        Sensor second = TOWN.sensors().get(1);
        assertThat(first.id()).isEqualTo("T001");
        assertThat(first.placeId()).isEqualTo("R001");
        assertThat(place(second.placeId()).label("upstream").split(" ")).contains("R001");
    }

    @Test
    void theRiverIsCrossedAtFewBridges() {
        long bridges = TOWN.roads().links().stream().filter(RoadLink::bridge).count();
        assertThat(bridges).isBetween(4L, 40L);
        assertThat(TOWN.barriers()).hasSize(2);
    }

    @Test
    void everyPlaceIsNamedInThreeScripts() {
        assertThat(TOWN.places())
                .allSatisfy(place -> {
                    assertThat(place.names().hi()).containsPattern("\\p{IsDevanagari}");
                    assertThat(place.names().gu()).containsPattern("\\p{IsGujarati}");
                    assertThat(place.names().hi()).doesNotContainPattern("\\p{IsGujarati}");
                    assertThat(place.names().gu()).doesNotContainPattern("\\p{IsDevanagari}");
                });
    }

    @Test
    void aFieldLiesOutsideTheTown() {
        List<Place> fields =
                TOWN.places().stream().filter(place -> place.kind() == PlaceKind.FIELD).toList();
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(TOWN.wards()).noneMatch(ward -> ward.holds(field.point())));
    }

    @Test
    void aWardHoldsItsMiddle() {
        assertThat(TOWN.wards()).allMatch(ward -> ward.holds(ward.middle()));
    }

    @Test
    void aTownOfNobodyIsRefused() {
        assertThatThrownBy(() -> TownGenerator.generate(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("population 0: 2000 to 1000000");
    }

    private static Place place(String id) {
        return TOWN.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
