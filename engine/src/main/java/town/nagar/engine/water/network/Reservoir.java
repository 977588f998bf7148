package town.nagar.engine.water.network;

/** A source so large that its head does not follow from the flows: a lake, a river, a main. */
public record Reservoir(String id, double headMetres, Pattern pattern) implements Node {
    public Reservoir {
        Quantities.finite("reservoir " + id, "head", headMetres);
    }
}
