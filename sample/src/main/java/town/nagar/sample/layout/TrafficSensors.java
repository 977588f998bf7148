package town.nagar.sample.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.RoadGraph;
import town.nagar.sample.roads.RoadLink;

/** Cameras and loops on main roads, in runs of consecutive links. */
public final class TrafficSensors {
    private static final int INTERVAL_SECONDS = 60;
    private static final int RUN = 3;

    private TrafficSensors() {}

    /**
     * Adds sensors to main roads whose places the layout holds.
     *
     * @param wanted at most so many; fewer if the main roads are short
     */
    public static void place(RoadGraph roads, int wanted, Chance chance, Layout layout) {
        Map<String, Place> places = new HashMap<>();
        layout.places().forEach(place -> places.put(place.id(), place));
        int number = 0;
        for (RoadLink link : chosen(roads, wanted, chance)) {
            number++;
            layout.add(sensor(number, Objects.requireNonNull(places.get(link.id())), chance));
        }
    }

    /** Takes a run from each road and direction in turn until there are enough. */
    private static List<RoadLink> chosen(RoadGraph roads, int wanted, Chance chance) {
        List<List<RoadLink>> runs = runs(roads);
        Set<RoadLink> chosen = new LinkedHashSet<>();
        for (int round = 0; chosen.size() < wanted && round < 100; round++) {
            for (int road = 0; road < runs.size() && chosen.size() < wanted; road++) {
                List<RoadLink> links = runs.get(road);
                int first =
                        road == 0 && round == 0
                                ? 0
                                : chance.below("run", road, round, Math.max(1, links.size() - RUN));
                links.stream()
                        .skip(first)
                        .limit(Math.min(RUN, wanted - chosen.size()))
                        .forEach(chosen::add);
            }
        }
        return List.copyOf(chosen);
    }

    /** Links of main roads, or of all if there are none, each list driven in one go. */
    private static List<List<RoadLink>> runs(RoadGraph roads) {
        boolean hasMain = roads.links().stream().anyMatch(link -> link.roadClass().isMain());
        List<List<RoadLink>> runs = new ArrayList<>();
        for (RoadLink link : roads.links()) {
            if (link.roadClass().isMain() || !hasMain) {
                if (runs.isEmpty() || !follows(runs.getLast().getLast(), link)) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(link);
            }
        }
        return runs.stream().filter(run -> run.size() > 1 || !hasMain).toList();
    }

    private static boolean follows(RoadLink before, RoadLink link) {
        return before.toNode() == link.fromNode()
                && before.road().equals(link.road())
                && !before.reverses(link);
    }

    private static Sensor sensor(int number, Place road, Chance chance) {
        String type = chance.happens("camera", number, 0, 0.6) || number == 1 ? "camera" : "loop";
        return Layout.sensor(
                "T%03d".formatted(number),
                Domain.TRAFFIC,
                road,
                type,
                Words.numbered(Words.word("traffic_" + type), number),
                road.point(),
                INTERVAL_SECONDS,
                Map.of("class", road.label("class")));
    }
}
