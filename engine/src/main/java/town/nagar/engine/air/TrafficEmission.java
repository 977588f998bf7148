package town.nagar.engine.air;

import java.util.List;

/** Exhaust of traffic: flows of a fleet's kinds on roads, in grams a second. */
public final class TrafficEmission {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double METRES_PER_KM = 1000;

    private final int kinds;
    private final double[][] gramsPerKm;
    private final SpeedResponse response;

    /**
     * A fleet.
     *
     * @param fleet its kinds, in the order of flows
     */
    public TrafficEmission(List<EmissionFactor> fleet, SpeedResponse response) {
        this.kinds = fleet.size();
        this.response = response;
        this.gramsPerKm = new double[Pollutant.values().length][kinds];
        for (Pollutant pollutant : Pollutant.values()) {
            for (int kind = 0; kind < kinds; kind++) {
                gramsPerKm[pollutant.ordinal()][kind] =
                        fleet.get(kind).gramsPerKm().getOrDefault(pollutant, 0.0);
            }
        }
    }

    /**
     * Writes what each road emits, g/s.
     *
     * @param vehiclesPerHour all kinds of the first road, then of the second
     * @param kmPerHour one a road
     * @param lengthMetres one a road
     * @param gramsPerSecond receives one a road
     * @throws IllegalArgumentException if lengths do not fit
     */
    public void gramsPerSecond(
            Pollutant pollutant,
            double[] vehiclesPerHour,
            double[] kmPerHour,
            double[] lengthMetres,
            double[] gramsPerSecond) {
        int roads = lengthMetres.length;
        Ranges.requireLength("flows", vehiclesPerHour.length, roads * kinds);
        Ranges.requireLength("speeds", kmPerHour.length, roads);
        Ranges.requireLength("emissions", gramsPerSecond.length, roads);
        double[] factors = gramsPerKm[pollutant.ordinal()];
        for (int road = 0; road < roads; road++) {
            double gramsPerKmHour = 0;
            for (int kind = 0; kind < kinds; kind++) {
                gramsPerKmHour += vehiclesPerHour[road * kinds + kind] * factors[kind];
            }
            gramsPerSecond[road] =
                    gramsPerKmHour
                            * response.ratio(kmPerHour[road])
                            * (lengthMetres[road] / METRES_PER_KM)
                            / SECONDS_PER_HOUR;
        }
    }
}
