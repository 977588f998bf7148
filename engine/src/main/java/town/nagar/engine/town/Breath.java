package town.nagar.engine.town;

import java.util.Arrays;

/**
 * What citizens breathe. It costs something only when they move: what is breathed in between is
 * read off the zones' running sums.
 */
final class Breath {
    private final double[] exposure;
    private final double[] mark;

    Breath(int citizens) {
        exposure = new double[citizens];
        mark = new double[citizens];
    }

    void reset() {
        Arrays.fill(exposure, 0);
        Arrays.fill(mark, 0);
    }

    /** Lets a citizen leave a zone for another. */
    void move(int citizen, int from, int to, Sky sky) {
        exposure[citizen] += sky.hoursSum[from] - mark[citizen];
        mark[citizen] = sky.hoursSum[to];
    }

    /**
     * PM2.5 a citizen has breathed so far, in microgram hours per cubic metre.
     *
     * @param zone where the citizen is
     */
    double exposure(int citizen, int zone, Sky sky) {
        return exposure[citizen] + sky.hoursSum[zone] - mark[citizen];
    }

    double[][] state() {
        return new double[][] {exposure, mark};
    }
}
