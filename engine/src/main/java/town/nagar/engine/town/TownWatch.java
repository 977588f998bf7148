package town.nagar.engine.town;

/** Who watches a run step by step: tests, and those who draw a day. */
interface TownWatch {
    /** Nobody. */
    TownWatch NONE = new TownWatch() {};

    /**
     * A citizen's trip has ended.
     *
     * @param hour from the start of the run
     * @param mode ordinal of a {@link town.nagar.engine.people.Mode}
     */
    default void trip(int hour, int citizen, int from, int to, int mode, double minutes) {}

    /** An hour has ended; the run shows its state until the next one begins. */
    default void hourEnded(int hour, TownRun run) {}
}
