package town.nagar.engine.town.plan;

/**
 * What a road is for, with what follows where nothing was measured.
 *
 * <p>Silt loads are an assumption within what is reported for Indian towns (0.5 to 5 g/m2), lower
 * where more vehicles sweep the road clean.
 */
public enum RoadClass {
    ARTERIAL(0.6, true),
    SUB_ARTERIAL(0.9, true),
    COLLECTOR(1.5, false),
    LOCAL(2.5, false);

    private final double siltGramsPerM2;
    private final boolean hasBuses;

    RoadClass(double siltGramsPerM2, boolean hasBuses) {
        this.siltGramsPerM2 = siltGramsPerM2;
        this.hasBuses = hasBuses;
    }

    /** Dust that lies on it, g/m2. */
    public double siltGramsPerM2() {
        return siltGramsPerM2;
    }

    /** Whether buses run on it. */
    public boolean hasBuses() {
        return hasBuses;
    }
}
