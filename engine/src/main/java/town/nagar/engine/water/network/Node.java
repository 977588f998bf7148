package town.nagar.engine.water.network;

/** A point of the network where links meet. */
public sealed interface Node permits Junction, Reservoir, Tank {
    String id();
}
