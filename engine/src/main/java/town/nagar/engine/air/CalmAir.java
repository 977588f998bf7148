package town.nagar.engine.air;

import java.util.ArrayList;
import java.util.List;

/**
 * What a steady source leaves after an hour in still air, by distance: puffs of every age up to an
 * hour. Worked out once for each height of release and read off straight lines between distances
 * that grow by 0.4 %.
 */
public final class CalmAir {
    private static final int MOMENTS = 120;
    private static final double HOUR_SECONDS = 3600;

    /** What a puff counts as travelled when it is let go: about the size of a vehicle's wake. */
    private static final double WAKE_METRES = 10;

    private static final double FIRST_METRES = 10;
    private static final double FARTHEST_METRES = 50_000;
    private static final int STEPS = 2_048;
    private static final double STEP = StrictMath.log1p(FARTHEST_METRES / FIRST_METRES) / STEPS;

    private final Air air;
    private final double atMetres;
    private final List<Table> tables = new ArrayList<>();

    private CalmAir(Air air, double atMetres) {
        this.air = air;
        this.atMetres = atMetres;
    }

    /**
     * Still air, asked at one height.
     *
     * @param atMetres of every receptor, from 0
     */
    public static CalmAir of(Air air, double atMetres) {
        return new CalmAir(air, atMetres);
    }

    /** Mean concentration of an hour, g/m3, of one gram a second; nothing beyond 50 km. */
    double gramsPerM3(double heightMetres, double squareMetresAway) {
        return table(heightMetres).at(Math.sqrt(squareMetresAway));
    }

    private Table table(double heightMetres) {
        for (Table known : tables) {
            if (known.heightMetres == heightMetres) {
                return known;
            }
        }
        var made = new Table(air, heightMetres, atMetres);
        tables.add(made);
        return made;
    }

    /** The exact sum over a source's puffs. */
    static double exactly(Air air, double squareAway, double heightMetres, double atMetres) {
        return new Moments(air, heightMetres, atMetres).sum(squareAway);
    }

    /** A source's puffs: seconds times density in the middle, and one half over the variance. */
    private static final class Moments {
        private final double[] weight = new double[MOMENTS];
        private final double[] steepness = new double[MOMENTS];

        Moments(Air air, double heightMetres, double atMetres) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                double from = age(moment);
                double to = age(moment + 1);
                double travel = WAKE_METRES + 0.5 * (from + to) * Air.CALM_METRES_PER_SECOND;
                double sigma = air.sigmaYMetres(travel, 0);
                weight[moment] = (to - from) * Puffs.perM3(air, travel, heightMetres, 0, atMetres);
                steepness[moment] = 0.5 / (sigma * sigma);
            }
        }

        /** Ages lie closer together while puffs are small. */
        private static double age(int moment) {
            double share = (double) moment / MOMENTS;
            return HOUR_SECONDS * share * share;
        }

        double sum(double squareAway) {
            double sum = 0;
            for (int moment = 0; moment < MOMENTS; moment++) {
                sum += weight[moment] * StrictMath.exp(-squareAway * steepness[moment]);
            }
            return sum;
        }
    }

    private static final class Table {
        private final double heightMetres;
        private final double[] values = new double[STEPS + 2];

        Table(Air air, double heightMetres, double atMetres) {
            this.heightMetres = heightMetres;
            var moments = new Moments(air, heightMetres, atMetres);
            for (int step = 0; step <= STEPS; step++) {
                double metres = FIRST_METRES * StrictMath.expm1(step * STEP);
                values[step] = moments.sum(metres * metres);
            }
        }

        double at(double metres) {
            double place = StrictMath.log1p(metres / FIRST_METRES) / STEP;
            int below = (int) place;
            if (below >= STEPS) {
                return 0;
            }
            return values[below] + (place - below) * (values[below + 1] - values[below]);
        }
    }
}
