package town.nagar.engine.air;

/**
 * Something at a place that emits; places are metres east and north of a common point.
 *
 * <p>Concentrations are for one gram a second, in g/m3.
 */
public sealed interface Emitter {
    /** Concentration at a receptor in wind that goes towards a unit vector. */
    double inWind(
            Air air,
            double towardsEast,
            double towardsNorth,
            double east,
            double north,
            double atMetres);

    /** Mean concentration at a receptor in an hour of which all was let go without wind. */
    double inCalm(CalmAir calm, double east, double north);

    /** Where its middle is, m to the east. */
    double middleEastMetres();

    /** Where its middle is, m to the north. */
    double middleNorthMetres();

    /** A stack, height of release with plume rise. */
    record Stack(double eastMetres, double northMetres, double heightMetres) implements Emitter {
        /**
         * @throws IllegalArgumentException if the height is negative
         */
        public Stack {
            Ranges.requireBetween("stack height, m", heightMetres, 0, 2000);
        }

        @Override
        public double middleEastMetres() {
            return eastMetres;
        }

        @Override
        public double middleNorthMetres() {
            return northMetres;
        }

        @Override
        public double inWind(
                Air air,
                double towardsEast,
                double towardsNorth,
                double east,
                double north,
                double atMetres) {
            return Pieces.plume(
                    air,
                    towardsEast,
                    towardsNorth,
                    east - eastMetres,
                    north - northMetres,
                    heightMetres,
                    atMetres,
                    0);
        }

        @Override
        public double inCalm(CalmAir calm, double east, double north) {
            double dx = east - eastMetres;
            double dy = north - northMetres;
            return calm.gramsPerM3(heightMetres, dx * dx + dy * dy);
        }
    }

    /** A straight piece of road of a carriageway's width. */
    record Road(
            double eastMetres,
            double northMetres,
            double endEastMetres,
            double endNorthMetres,
            double widthMetres,
            double heightMetres)
            implements Emitter {
        /**
         * @throws IllegalArgumentException if it has no length or no width
         */
        public Road {
            Ranges.requireAbove(
                    "road length, m",
                    length(endEastMetres - eastMetres, endNorthMetres - northMetres),
                    0);
            Ranges.requireAbove("road width, m", widthMetres, 0);
            Ranges.requireBetween("height, m", heightMetres, 0, 2000);
        }

        @Override
        public double middleEastMetres() {
            return 0.5 * (eastMetres + endEastMetres);
        }

        @Override
        public double middleNorthMetres() {
            return 0.5 * (northMetres + endNorthMetres);
        }

        /** How long it is, m. */
        public double lengthMetres() {
            return length(endEastMetres - eastMetres, endNorthMetres - northMetres);
        }

        private static double length(double east, double north) {
            return Math.sqrt(east * east + north * north);
        }

        @Override
        public double inWind(
                Air air,
                double towardsEast,
                double towardsNorth,
                double east,
                double north,
                double atMetres) {
            return RoadInWind.perGramPerSecond(
                    this, air, towardsEast, towardsNorth, east, north, atMetres);
        }

        @Override
        public double inCalm(CalmAir calm, double east, double north) {
            int pieces = Pieces.along(lengthMetres());
            double sum = 0;
            for (int piece = 0; piece < pieces; piece++) {
                double share = (piece + 0.5) / pieces;
                double dx = east - eastMetres - share * (endEastMetres - eastMetres);
                double dy = north - northMetres - share * (endNorthMetres - northMetres);
                sum += calm.gramsPerM3(heightMetres, dx * dx + dy * dy);
            }
            return sum / pieces;
        }
    }

    /** A square around a place; its sides are taken to lie across and along the wind. */
    record Patch(double eastMetres, double northMetres, double sideMetres, double initialZMetres)
            implements Emitter {
        /**
         * @throws IllegalArgumentException if it has no side or no height to begin with
         */
        public Patch {
            Ranges.requireAbove("side, m", sideMetres, 0);
            Ranges.requireAbove("initial sigma z, m", initialZMetres, 0);
        }

        @Override
        public double middleEastMetres() {
            return eastMetres;
        }

        @Override
        public double middleNorthMetres() {
            return northMetres;
        }

        @Override
        public double inWind(
                Air air,
                double towardsEast,
                double towardsNorth,
                double east,
                double north,
                double atMetres) {
            double dx = east - eastMetres;
            double dy = north - northMetres;
            return AreaSource.gramsPerM3(
                    air,
                    1 / (sideMetres * sideMetres),
                    0,
                    initialZMetres,
                    sideMetres,
                    dx * towardsEast + dy * towardsNorth,
                    dy * towardsEast - dx * towardsNorth,
                    atMetres);
        }

        @Override
        public double inCalm(CalmAir calm, double east, double north) {
            int pieces = Pieces.along(sideMetres);
            double sum = 0;
            for (int piece = 0; piece < pieces * pieces; piece++) {
                int column = piece % pieces;
                int row = piece / pieces;
                double dx = east - eastMetres - ((column + 0.5) / pieces - 0.5) * sideMetres;
                double dy = north - northMetres - ((row + 0.5) / pieces - 0.5) * sideMetres;
                sum += calm.gramsPerM3(0, dx * dx + dy * dy);
            }
            return sum / (pieces * pieces);
        }
    }
}
