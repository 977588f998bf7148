package town.nagar.engine.water.network;

/**
 * One action on one link when one condition is met.
 *
 * @param link index in {@link Network#links()}
 */
public record Control(int link, LinkAction action, Condition condition) {
    /** When a control acts. */
    public sealed interface Condition {}

    /** Head at a node at or below a height above the datum. */
    public record HeadBelow(int node, double headMetres) implements Condition {}

    /** Head at a node at or above a height above the datum. */
    public record HeadAbove(int node, double headMetres) implements Condition {}

    /** Seconds since the run began. */
    public record AtTime(long seconds) implements Condition {}

    /** Seconds since midnight, every day. */
    public record AtClockTime(long seconds) implements Condition {}
}
