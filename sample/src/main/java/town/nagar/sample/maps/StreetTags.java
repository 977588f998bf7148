package town.nagar.sample.maps;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.contracts.places.Names;
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.RoadClass;

/**
 * What a way's tags say about it as a road for cars: OpenStreetMap wiki, Key:highway and others.
 */
final class StreetTags {
    private static final Pattern SPEED = Pattern.compile("(\\d{1,3})( ?mph)?");
    private static final Pattern LANES = Pattern.compile("[1-9]\\d?");
    private static final double KMH_A_MPH = 1.609344;
    private static final Set<String> CLOSED = Set.of("no", "private");

    private final OsmWay way;

    StreetTags(OsmWay way) {
        this.way = way;
    }

    /** The road's class, or empty if it is not for all cars: footways, drives, private roads. */
    Optional<RoadClass> findClass() {
        boolean closed =
                CLOSED.contains(way.tag("access"))
                        || CLOSED.contains(way.tag("motor_vehicle"))
                        || way.tag("area").equals("yes");
        return closed ? Optional.empty() : classOf(way.tag("highway").replace("_link", ""));
    }

    private static Optional<RoadClass> classOf(String highway) {
        return switch (highway) {
            case "motorway", "trunk", "primary" -> Optional.of(RoadClass.ARTERIAL);
            case "secondary" -> Optional.of(RoadClass.SUB_ARTERIAL);
            case "tertiary" -> Optional.of(RoadClass.COLLECTOR);
            case "unclassified", "residential", "living_street", "road" ->
                    Optional.of(RoadClass.LOCAL);
            default -> Optional.empty();
        };
    }

    /** Whether it may be driven from its first node to its last. */
    boolean isOpenForward() {
        return !isReversed();
    }

    /** Whether it may be driven from its last node to its first. */
    boolean isOpenBackward() {
        return switch (way.tag("oneway")) {
            case "yes", "true", "1" -> false;
            case "no", "false", "0" -> true;
            case "-1", "reverse" -> true;
            default ->
                    !way.tag("highway").equals("motorway")
                            && !way.tag("junction").equals("roundabout")
                            && !way.tag("junction").equals("circular");
        };
    }

    private boolean isReversed() {
        return way.tag("oneway").equals("-1") || way.tag("oneway").equals("reverse");
    }

    boolean isBridge() {
        return !way.tag("bridge").isEmpty() && !way.tag("bridge").equals("no");
    }

    /** Lanes of one direction, or empty if they are not tagged. */
    Optional<Integer> findLanes(boolean forward) {
        String own = way.tag(forward ? "lanes:forward" : "lanes:backward");
        if (LANES.matcher(own).matches()) {
            return Optional.of(Integer.parseInt(own));
        }
        if (!LANES.matcher(way.tag("lanes")).matches()) {
            return Optional.empty();
        }
        int all = Integer.parseInt(way.tag("lanes"));
        boolean bothWays = isOpenForward() && isOpenBackward();
        return Optional.of(bothWays ? Math.max(1, all / 2) : all);
    }

    /** The speed allowed, or empty if none is tagged as a number. */
    Optional<Double> findSpeedKmh() {
        Matcher speed = SPEED.matcher(way.tag("maxspeed"));
        if (!speed.matches() || Integer.parseInt(speed.group(1)) == 0) {
            return Optional.empty();
        }
        double number = Integer.parseInt(speed.group(1));
        return Optional.of(speed.group(2) == null ? number : Math.rint(number * KMH_A_MPH));
    }

    /** Its names; where hi or gu is missing the name stays untranslated. */
    Names names() {
        String name = way.tag("name").isBlank() ? way.tag("ref") : way.tag("name");
        if (name.isBlank() && way.tag("name:en").isBlank()) {
            return Words.join(
                    Words.word("road_of_import"), Names.untranslated(Long.toString(way.id())));
        }
        String en = way.tag("name:en").isBlank() ? name : way.tag("name:en");
        return new Names(en, orElse(way.tag("name:hi"), en), orElse(way.tag("name:gu"), en));
    }

    private static String orElse(String name, String other) {
        return name.isBlank() ? other : name;
    }

    /** What its links belong to: its name, else itself. */
    String road() {
        return way.tag("name").isBlank() ? "way-" + way.id() : way.tag("name");
    }
}
