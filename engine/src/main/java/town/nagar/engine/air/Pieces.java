package town.nagar.engine.air;

/** Points that stand for roads and squares where no formula does. */
final class Pieces {
    private static final double PIECE_METRES = 25;
    private static final int MOST_PIECES = 64;
    private static final int MOMENTS = 120;
    private static final double HOUR_SECONDS = 3600;

    /** What a puff counts as travelled when it is let go: about the size of a vehicle's wake. */
    private static final double WAKE_METRES = 10;

    private Pieces() {}

    /** How many points stand for a length. */
    static int along(double metres) {
        return (int) Math.clamp(Math.ceil(metres / PIECE_METRES), 1, MOST_PIECES);
    }

    static double plume(
            Air air,
            double towardsEast,
            double towardsNorth,
            double dx,
            double dy,
            double heightMetres,
            double atMetres,
            double initialMetres) {
        return Plume.gramsPerM3(
                air,
                1,
                heightMetres,
                initialMetres,
                initialMetres,
                dx * towardsEast + dy * towardsNorth,
                dy * towardsEast - dx * towardsNorth,
                atMetres);
    }

    /** What a gram a second leaves after an hour in still air: puffs of every age up to an hour. */
    static double calmHour(Air air, double dx, double dy, double heightMetres, double atMetres) {
        double away = dx * dx + dy * dy;
        double sum = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            double from = age(moment);
            double to = age(moment + 1);
            double travel = WAKE_METRES + 0.5 * (from + to) * Air.CALM_METRES_PER_SECOND;
            sum += (to - from) * Puffs.perM3(air, travel, heightMetres, away, atMetres);
        }
        return sum;
    }

    /** Ages lie closer together while puffs are small. */
    private static double age(int moment) {
        double share = (double) moment / MOMENTS;
        return HOUR_SECONDS * share * share;
    }
}
