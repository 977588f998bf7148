package town.nagar.engine.air;

/** A piece of road in wind from any side. */
final class RoadInWind {
    private static final double ROOT_TWO = Math.sqrt(2);

    /** Under this sine of the angle between wind and road, points stand for the road. */
    private static final double STEEPEST = 0.5;

    private static final double PIECE_METRES = 5;

    /** Pieces grow with the distance, far inside the width a plume has there. */
    private static final double PIECE_OF_DISTANCE = 0.04;

    private RoadInWind() {}

    /**
     * Concentration of one gram a second along the whole road, g/m3.
     *
     * <p>Across the wind, Venkatram and Horst (Atmos. Environ. 40:4955, 2006): the endless road at
     * the distance along the wind, over the sine of the angle, times the share of the bell between
     * the ends, each as wide as at its own distance. Nearly along the wind, a sum of plumes.
     */
    static double perGramPerSecond(
            Emitter.Road road,
            Air air,
            double towardsEast,
            double towardsNorth,
            double east,
            double north,
            double atMetres) {
        double length = road.lengthMetres();
        double alongEast = (road.endEastMetres() - road.eastMetres()) / length;
        double alongNorth = (road.endNorthMetres() - road.northMetres()) / length;
        double sine = alongEast * towardsNorth - alongNorth * towardsEast;
        double dx = east - road.eastMetres();
        double dy = north - road.northMetres();
        double zone =
                LineSource.mixingZoneMetres(
                        road.widthMetres(),
                        air.windMetresPerSecond() * Math.max(STEEPEST, Math.abs(sine)));
        if (Math.abs(sine) < STEEPEST) {
            return plumes(road, air, towardsEast, towardsNorth, dx, dy, atMetres, zone);
        }
        double beside = (alongEast * dy - alongNorth * dx) * Math.signum(sine);
        double alongWind = beside / Math.abs(sine);
        double share =
                0.5
                        * Math.abs(
                                bellUpTo(air, towardsEast, towardsNorth, dx, dy)
                                        - bellUpTo(
                                                air,
                                                towardsEast,
                                                towardsNorth,
                                                dx - length * alongEast,
                                                dy - length * alongNorth));
        return share
                / Math.abs(sine)
                * LineSource.infiniteGramsPerM3(
                        air, 1 / length, road.heightMetres(), zone, alongWind, atMetres);
    }

    /** Error function of an end's place across the wind; all or nothing if it is not upwind. */
    private static double bellUpTo(
            Air air, double towardsEast, double towardsNorth, double dx, double dy) {
        double downwind = dx * towardsEast + dy * towardsNorth;
        double across = dy * towardsEast - dx * towardsNorth;
        return downwind > 0
                ? ErrorFunction.erf(across / (ROOT_TWO * air.sigmaYMetres(downwind, 0)))
                : Math.signum(across);
    }

    private static double plumes(
            Emitter.Road road,
            Air air,
            double towardsEast,
            double towardsNorth,
            double dx,
            double dy,
            double atMetres,
            double zone) {
        double away = Math.sqrt(dx * dx + dy * dy) - road.lengthMetres();
        double pieceMetres = Math.max(PIECE_METRES, PIECE_OF_DISTANCE * away);
        int pieces = (int) Math.ceil(road.lengthMetres() / pieceMetres);
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double share = (piece + 0.5) / pieces;
            sum +=
                    Pieces.plume(
                            air,
                            towardsEast,
                            towardsNorth,
                            dx - share * (road.endEastMetres() - road.eastMetres()),
                            dy - share * (road.endNorthMetres() - road.northMetres()),
                            road.heightMetres(),
                            atMetres,
                            zone);
        }
        return sum / pieces;
    }
}
