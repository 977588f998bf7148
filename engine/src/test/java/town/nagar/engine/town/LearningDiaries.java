package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.engine.people.Mode;

/** The slow twin of {@link Expectations}: a diary a citizen, from the trips of each day. */
final class LearningDiaries implements TownWatch {
    private record Trip(Mode mode, double slowness) {}

    private final Scene scene;
    private final List<Map<Mode, Double>> expected = new ArrayList<>();
    private final Map<Integer, Trip> today = new HashMap<>();
    private final Set<Integer> learners = new HashSet<>();
    private final Set<Integer> hearers = new HashSet<>();
    private double least = 1;
    private double most = 1;

    LearningDiaries(Scene scene) {
        this.scene = scene;
        for (int citizen = 0; citizen < scene.agents.citizens; citizen++) {
            expected.add(new EnumMap<>(Mode.class));
        }
    }

    /** A way out is the trip in the hour of leaving; what is not walking took the roads. */
    @Override
    public void trip(int hour, int citizen, int from, int to, int mode, double minutes) {
        if (hour % 24 == scene.agents.leaveHour[citizen]) {
            today.put(
                    citizen, new Trip(Mode.values()[mode], slowness(hour, citizen, mode, minutes)));
        }
    }

    /** Out of the minutes that the whole trip took. */
    private double slowness(int hour, int citizen, int mode, double minutes) {
        int pair = scene.traffic.pair(scene.agents.home[citizen], scene.agents.work[citizen]);
        double own = scene.agents.ownWay[citizen];
        double usual = scene.traffic.minutes[hour % 24][pair];
        double offTheRoad = scene.traffic.travel.minutes(mode, own * scene.traffic.km[pair], 0);
        double factor = scene.traffic.travel.roadTimeFactor(mode);
        boolean onRoads = factor > 0 && usual > 0;
        return onRoads ? (minutes - offTheRoad) / (factor * own * usual) : 1;
    }

    @Override
    public void hourEnded(int hour, TownRun run) {
        if (hour % 24 == 23) {
            today.forEach(this::learnOwn);
            for (int citizen = 0; citizen < scene.agents.citizens; citizen++) {
                hear(citizen, hour / 24);
            }
            today.clear();
        }
    }

    private void learnOwn(int citizen, Trip trip) {
        if (trip.mode.ordinal() >= Mode.BUS.ordinal()) {
            learn(citizen, trip, scene.agents.learningRate[citizen]);
            learners.add(citizen);
        }
    }

    private void hear(int citizen, int day) {
        boolean commutes = scene.agents.leaveHour[citizen] != Agents.NONE;
        int other = scene.neighbours.neighbour(citizen, day % scene.neighbours.degree(citizen));
        Trip told = today.get(other);
        if (commutes && told != null && told.mode.ordinal() >= Mode.BUS.ordinal()) {
            Trip own = today.get(citizen);
            boolean tookItToo = own != null && own.mode == told.mode;
            boolean has = (scene.agents.modes[citizen] & told.mode.bit()) != 0;
            if (!tookItToo && has) {
                learn(citizen, told, 0.25 * scene.agents.learningRate[citizen]);
                hearers.add(citizen);
            }
        }
    }

    private void learn(int citizen, Trip trip, double rate) {
        least = Math.min(least, trip.slowness);
        most = Math.max(most, trip.slowness);
        double before = expected.get(citizen).getOrDefault(trip.mode, 1.0);
        expected.get(citizen).put(trip.mode, (1 - rate) * before + rate * trip.slowness);
    }

    /** Expects the same of all citizens and modes. */
    void compare(Expectations fast) {
        for (int citizen = 0; citizen < expected.size(); citizen++) {
            for (Mode mode : List.of(Mode.BUS, Mode.AUTO_RICKSHAW, Mode.TWO_WHEELER, Mode.CAR)) {
                double slow = expected.get(citizen).getOrDefault(mode, 1.0);
                assertThat((double) fast.slowness(citizen, mode.ordinal()))
                        .as("citizen %d by %s", citizen, mode)
                        .isCloseTo(slow, within(1e-5 * slow));
            }
        }
    }

    int learners() {
        return learners.size();
    }

    int hearers() {
        return hearers.size();
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
