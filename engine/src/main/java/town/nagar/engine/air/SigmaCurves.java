package town.nagar.engine.air;

/**
 * How wide and how high a plume has grown at a distance: a family of curves, one pair a class.
 *
 * <p>Sources: Pasquill-Gifford as fitted for ISC3 (EPA-454/B-95-003b, tables 1-1 and 1-2; also
 * Fundamentals of Air Pollution, 3rd ed., tables 19-4, 19-5); Briggs rural and urban (Gifford 1976;
 * same book, tables 19-6, 19-7), meant for 100 m to 10 km and continued to both sides.
 */
public enum SigmaCurves {
    PASQUILL_GIFFORD {
        @Override
        public double sigmaYMetres(Stability stability, double downwindMetres) {
            return PasquillGifford.sigmaYMetres(stability, downwindMetres);
        }

        @Override
        public double sigmaZMetres(Stability stability, double downwindMetres) {
            return PasquillGifford.sigmaZMetres(stability, downwindMetres);
        }
    },

    BRIGGS_RURAL {
        @Override
        public double sigmaYMetres(Stability stability, double downwindMetres) {
            double share =
                    switch (stability) {
                        case A -> 0.22;
                        case B -> 0.16;
                        case C -> 0.11;
                        case D -> 0.08;
                        case E -> 0.06;
                        case F -> 0.04;
                    };
            return share * downwindMetres / Math.sqrt(1 + 0.0001 * downwindMetres);
        }

        @Override
        public double sigmaZMetres(Stability stability, double downwindMetres) {
            double x = downwindMetres;
            return switch (stability) {
                case A -> 0.20 * x;
                case B -> 0.12 * x;
                case C -> 0.08 * x / Math.sqrt(1 + 0.0002 * x);
                case D -> 0.06 * x / Math.sqrt(1 + 0.0015 * x);
                case E -> 0.03 * x / (1 + 0.0003 * x);
                case F -> 0.016 * x / (1 + 0.0003 * x);
            };
        }
    },

    BRIGGS_URBAN {
        @Override
        public double sigmaYMetres(Stability stability, double downwindMetres) {
            double share =
                    switch (stability) {
                        case A, B -> 0.32;
                        case C -> 0.22;
                        case D -> 0.16;
                        case E, F -> 0.11;
                    };
            return share * downwindMetres / Math.sqrt(1 + 0.0004 * downwindMetres);
        }

        @Override
        public double sigmaZMetres(Stability stability, double downwindMetres) {
            double x = downwindMetres;
            return switch (stability) {
                case A, B -> 0.24 * x * Math.sqrt(1 + 0.001 * x);
                case C -> 0.20 * x;
                case D -> 0.14 * x / Math.sqrt(1 + 0.0003 * x);
                case E, F -> 0.08 * x / Math.sqrt(1 + 0.0015 * x);
            };
        }
    };

    /**
     * Standard deviation across the wind, m.
     *
     * @param downwindMetres above 0
     */
    public abstract double sigmaYMetres(Stability stability, double downwindMetres);

    /**
     * Standard deviation upwards, m.
     *
     * @param downwindMetres above 0
     */
    public abstract double sigmaZMetres(Stability stability, double downwindMetres);
}
