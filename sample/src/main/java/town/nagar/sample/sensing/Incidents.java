package town.nagar.sample.sensing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.sample.chance.Chance;

/** Breakdowns and collisions on watched roads: at most one a road and day. */
final class Incidents {
    private static final double SHARE_OF_ROAD_DAYS = 0.02;

    /** A queue reaches the next link upstream after this long. */
    private static final double QUEUE_HOURS_A_LINK = 4.0 / 60;

    /**
     * A blocked road.
     *
     * @param severity share of the road's capacity that is lost
     */
    record Incident(double fromHours, double toHours, double severity) {
        boolean holds(double hours, double lag) {
            return hours >= fromHours + lag && hours < toHours + lag;
        }
    }

    /** A road from which a queue can reach another, this many links further down. */
    record Source(int road, int linksDownstream) {}

    private final Chance chance;

    Incidents(Chance chance) {
        this.chance = chance;
    }

    Optional<Incident> find(int road, long day) {
        if (!chance.happens("incident", road, day, SHARE_OF_ROAD_DAYS)) {
            return Optional.empty();
        }
        double from = day * 24 + chance.between("incident hour", road, day, 7, 21);
        double lasts = chance.between("incident lasts", road, day, 0.35, 1.25);
        double severity = chance.between("incident severity", road, day, 0.55, 0.9);
        return Optional.of(new Incident(from, from + lasts, severity));
    }

    /** What is felt on a road now, of all incidents whose queues can reach it. */
    List<Felt> felt(List<Source> sources, TownTime time) {
        List<Felt> felt = new ArrayList<>();
        for (Source source : sources) {
            double lag = source.linksDownstream() * QUEUE_HOURS_A_LINK;
            find(source.road(), time.day())
                    .filter(incident -> incident.holds(time.hours(), lag))
                    .ifPresent(incident ->
                            felt.add(new Felt(incident.severity(), source.linksDownstream())));
        }
        return felt;
    }

    record Felt(double severity, int linksDownstream) {}
}
