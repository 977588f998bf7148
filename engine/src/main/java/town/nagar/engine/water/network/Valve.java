package town.nagar.engine.water.network;

/**
 * A valve that reduces pressure or flow.
 *
 * @param setting pressure in metres (PRV, PSV, PBV), flow in m3/s (FCV), loss coefficient (TCV);
 *     without meaning for GPV
 * @param minorLoss loss coefficient when fully open
 * @param headLossCurve metres over m3/s, for a GPV
 */
public record Valve(
        String id,
        int from,
        int to,
        double diameterMetres,
        Type type,
        double setting,
        double minorLoss,
        Curve headLossCurve,
        Position position)
        implements Link {
    public Valve {
        String what = "valve " + id;
        Quantities.positive(what, "diameter", diameterMetres);
        Quantities.finite(what, "setting", setting);
        Quantities.notNegative(what, "minor loss", minorLoss);
        if (type == Type.GPV && headLossCurve.isNone()) {
            throw new IllegalArgumentException(what + ": a GPV needs a head loss curve");
        }
    }

    /** What a valve holds. */
    public enum Type {
        /** Pressure at its outlet, at most. */
        PRV,
        /** Pressure at its inlet, at least. */
        PSV,
        /** A fixed loss of pressure. */
        PBV,
        /** Flow, at most. */
        FCV,
        /** A loss coefficient. */
        TCV,
        /** A loss by a curve of flow. */
        GPV
    }

    /** Whether a valve does its work when the run begins, or is fixed. */
    public enum Position {
        WORKING,
        FIXED_OPEN,
        FIXED_CLOSED
    }
}
