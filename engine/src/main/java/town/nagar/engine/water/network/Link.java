package town.nagar.engine.water.network;

/** What joins two nodes; flow from {@code from} to {@code to} counts positive. */
public sealed interface Link permits Pipe, Pump, Valve {
    String id();

    /** Index of the first node in {@link Network#nodes()}. */
    int from();

    /** Index of the second node in {@link Network#nodes()}. */
    int to();
}
