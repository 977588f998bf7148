package town.nagar.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import town.nagar.engine.course.Seeds;

/** The two models that frameworks are compared by. */
final class SideModelsTest {
    @Seeds(3)
    void schellingsTownSettlesAndKeepsItsPeople(long seed) {
        var town = new Schelling(seed);
        int before = town.happy();
        int first = town.step(0);
        for (int step = 1; step < 20; step++) {
            town.step(step);
            assertThat(town.isSound()).isTrue();
        }
        assertThat(town.step(20)).isLessThan(first / 10);
        assertThat(town.happy()).isGreaterThan(before).isGreaterThan(7900);
    }

    @Seeds(3)
    void neighboursCountedAtOnceAreThoseCountedOneByOne(long seed) {
        var town = new Schelling(seed);
        for (int step = 0; step < 3; step++) {
            town.step(step);
            for (int agent = 0; agent < Schelling.AGENTS; agent++) {
                assertThat(town.alike(agent)).isEqualTo(town.alikePlainly(agent));
            }
        }
    }

    @Seeds(3)
    void birdsComeToFlyTogether(long seed) {
        var birds = new Flocking(seed);
        double before = birds.order();
        for (int step = 0; step < 400; step++) {
            birds.step(step);
        }
        assertThat(before).isLessThan(0.2);
        assertThat(birds.order()).isGreaterThan(before + 0.2);
        assertThat(Arrays.stream(birds.places())).allMatch(at -> at >= 0 && at < 150);
    }

    @Seeds(2)
    void theSameSeedGivesTheSameBits(long seed) {
        var one = new Schelling(seed);
        var two = new Schelling(seed);
        var flock = new Flocking(seed);
        var twin = new Flocking(seed);
        for (int step = 0; step < 5; step++) {
            one.step(step);
            two.step(step);
            flock.step(step);
            twin.step(step);
        }
        assertThat(one.cells()).containsExactly(two.cells());
        assertThat(flock.places()).containsExactly(twin.places());
    }
}
