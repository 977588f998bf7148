package town.nagar.engine.water.network;

/**
 * A full round pipe.
 *
 * @param roughness by the network's formula: Hazen-Williams C, Darcy-Weisbach height in metres,
 *     Manning n
 * @param minorLoss loss coefficient K in K v^2/2g
 */
public record Pipe(
        String id,
        int from,
        int to,
        double lengthMetres,
        double diameterMetres,
        double roughness,
        double minorLoss,
        Position position)
        implements Link {
    public Pipe {
        String what = "pipe " + id;
        Quantities.positive(what, "length", lengthMetres);
        Quantities.positive(what, "diameter", diameterMetres);
        Quantities.positive(what, "roughness", roughness);
        Quantities.notNegative(what, "minor loss", minorLoss);
    }

    /** How a pipe stands when the run begins. */
    public enum Position {
        OPEN,
        CLOSED,
        /** Lets water pass from {@code from} to {@code to} alone. */
        CHECK_VALVE
    }
}
