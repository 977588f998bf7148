package town.nagar.engine.water.network;

import java.util.List;

/** A node whose head follows from the flows; water may be drawn or leak there. */
public record Junction(String id, double elevationMetres, List<Demand> demands, Emitter emitter)
        implements Node {
    public Junction {
        Quantities.finite("junction " + id, "elevation", elevationMetres);
        demands = List.copyOf(demands);
    }
}
