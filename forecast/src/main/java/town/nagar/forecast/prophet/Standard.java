package town.nagar.forecast.prophet;

/** How a regressor is standardised: less its mean, by its deviation, both of the past. */
record Standard(double mean, double deviation) {
    private static final Standard AS_IT_IS = new Standard(0, 1);

    /** Leaves what is 0 and 1 alone, or never changes, as it is. */
    static Standard of(double[] values) {
        double mean = mean(values);
        double deviation = deviation(values, mean);
        return deviation == 0 || isSwitch(values) ? AS_IT_IS : new Standard(mean, deviation);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of a sample: by one less than the count. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }

    private static boolean isSwitch(double[] values) {
        for (double value : values) {
            if (value != 0 && value != 1) {
                return false;
            }
        }
        return true;
    }

    double of(double value) {
        return (value - mean) / deviation;
    }
}
