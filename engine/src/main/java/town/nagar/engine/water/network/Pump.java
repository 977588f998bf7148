package town.nagar.engine.water.network;

/**
 * A pump from its suction node to its delivery node.
 *
 * @param speed share of full speed when the run begins; 0 stands still
 * @param speedPattern the speed over time; {@link Pattern#NONE} leaves it to controls
 */
public record Pump(String id, int from, int to, PumpHead head, double speed, Pattern speedPattern)
        implements Link {
    public Pump {
        Quantities.notNegative("pump " + id, "speed", speed);
    }
}
