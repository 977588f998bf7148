package town.nagar.forecast.model;

import java.util.BitSet;
import java.util.Collection;

/** Places within a cycle, such as the hours of the day, that origins fall on. */
public final class Phases {
    private final int cycle;
    private final BitSet held = new BitSet();

    private Phases(int cycle) {
        this.cycle = cycle;
    }

    /** The phases of origins. */
    public static Phases of(Collection<Integer> origins, int cycle) {
        Phases phases = new Phases(cycle);
        origins.forEach(origin -> phases.held.set(Math.floorMod(origin, cycle)));
        return phases;
    }

    /** Whether an origin falls on one of them. */
    public boolean holds(int origin) {
        return held.get(Math.floorMod(origin, cycle));
    }
}
