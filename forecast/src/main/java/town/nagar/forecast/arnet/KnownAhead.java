package town.nagar.forecast.arnet;

/**
 * What is known of a step before it comes: time, bends of the trend, cycles, covariates.
 *
 * @param length steps of the series learnt from: time 1
 * @param covariates how many
 */
record KnownAhead(ArNetSettings settings, int length, int covariates) {
    private static final double BENDS_WITHIN = 0.8;

    int width() {
        int waves = settings.cycles().stream().mapToInt(cycle -> 2 * cycle.order()).sum();
        return 1 + settings.changepoints() + waves + covariates;
    }

    /**
     * Writes one step's numbers.
     *
     * @param step from the first of the series learnt from, and on after its end
     * @param scaled the step's covariates, scaled
     */
    void write(long step, float[] scaled, float[] into, int at) {
        int next = at;
        double time = (double) step / length;
        into[next++] = (float) time;
        for (int bend = 1; bend <= settings.changepoints(); bend++) {
            double from = BENDS_WITHIN * bend / (settings.changepoints() + 1);
            into[next++] = (float) Math.max(0, time - from);
        }
        for (Cycle cycle : settings.cycles()) {
            double angle = 2 * Math.PI * step / cycle.periodSteps();
            for (int harmonic = 1; harmonic <= cycle.order(); harmonic++) {
                into[next++] = (float) StrictMath.sin(harmonic * angle);
                into[next++] = (float) StrictMath.cos(harmonic * angle);
            }
        }
        System.arraycopy(scaled, 0, into, next, covariates);
    }
}
