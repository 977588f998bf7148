package town.nagar.forecast.prophet;

/**
 * From the town's units to those of the fit.
 *
 * @param startDay time 0
 * @param spanDays from time 0 to time 1
 * @param size the value that becomes 1
 */
record Scale(double startDay, double spanDays, double size) {
    static Scale of(History history) {
        double span = history.endDay() - history.startDay();
        return new Scale(history.startDay(), span, history.greatestSize());
    }

    double[] times(double[] days) {
        double[] times = new double[days.length];
        for (int row = 0; row < days.length; row++) {
            times[row] = (days[row] - startDay) / spanDays;
        }
        return times;
    }

    double[] values(double[] values) {
        double[] scaled = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            scaled[row] = values[row] / size;
        }
        return scaled;
    }
}
