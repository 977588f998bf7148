package town.nagar.forecast.prophet;

/** A line that bends: slope and offset at time 0, and by how much the slope changes when. */
final class Trend {
    private final double slope;
    private final double offset;
    private final double[] changepoints;
    private final double[] bends;

    Trend(double slope, double offset, double[] changepoints, double[] bends) {
        this.slope = slope;
        this.offset = offset;
        this.changepoints = changepoints;
        this.bends = bends;
    }

    double slope() {
        return slope;
    }

    double offset() {
        return offset;
    }

    double[] changepoints() {
        return changepoints;
    }

    double[] bends() {
        return bends;
    }

    double at(double time) {
        double trend = offset + slope * time;
        for (int bend = 0; bend < bends.length && changepoints[bend] <= time; bend++) {
            trend += bends[bend] * (time - changepoints[bend]);
        }
        return trend;
    }

    /** The mean size of a bend: the scale from which those to come are drawn. */
    double meanBend() {
        double sum = 0;
        for (double bend : bends) {
            sum += Math.abs(bend);
        }
        return bends.length == 0 ? 0 : sum / bends.length;
    }
}
