package town.nagar.engine.water.network;

/** What a control does to a link. */
public sealed interface LinkAction {
    /** Opens a pipe or valve fully, runs a pump at full speed. */
    record Open() implements LinkAction {}

    /** Closes a pipe or valve, stops a pump. */
    record Close() implements LinkAction {}

    /** Sets a pump's speed, or what a valve holds, in the unit of {@link Valve#setting()}. */
    record Set(double setting) implements LinkAction {}
}
