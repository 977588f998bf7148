package town.nagar.engine.air;

/** Points that stand for roads and squares where no formula does. */
final class Pieces {
    private static final double PIECE_METRES = 25;
    private static final int MOST_PIECES = 64;

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
}
