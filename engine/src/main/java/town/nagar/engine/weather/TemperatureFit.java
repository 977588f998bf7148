package town.nagar.engine.weather;

import town.nagar.engine.weather.MonthTemperature.Spread;

/** Temperatures of a history: means and deviations of dry and wet days, and what is remembered. */
final class TemperatureFit {
    private final DailyHistory history;
    private final boolean[] wet;
    private final MonthTemperature[] month = new MonthTemperature[Climate.MONTHS];
    private final double[] maximumAnomaly;
    private final double[] minimumAnomaly;

    TemperatureFit(DailyHistory history, boolean[] wet, int leastDays) {
        this.history = history;
        this.wet = wet;
        var maximum = new Column(history.maximumC, leastDays);
        var minimum = new Column(history.minimumC, leastDays);
        for (int m = 0; m < Climate.MONTHS; m++) {
            month[m] =
                    new MonthTemperature(
                            spread(maximum, minimum, 0, m), spread(maximum, minimum, 1, m));
        }
        maximumAnomaly = maximum.anomalies();
        minimumAnomaly = minimum.anomalies();
    }

    private static Spread spread(Column maximum, Column minimum, int kind, int month) {
        return new Spread(
                maximum.mean[kind][month],
                maximum.deviation[kind][month],
                minimum.mean[kind][month],
                minimum.deviation[kind][month]);
    }

    MonthTemperature month(int number) {
        return month[number];
    }

    Memory memory(double wind, Memory known) {
        var together = new Correlation();
        var maximum = new Correlation();
        var minimum = new Correlation();
        var maximumAfterMinimum = new Correlation();
        var minimumAfterMaximum = new Correlation();
        for (int day = 0; day < wet.length; day++) {
            together.add(maximumAnomaly[day], minimumAnomaly[day]);
            if (history.followsADay(day)) {
                maximum.add(maximumAnomaly[day], maximumAnomaly[day - 1]);
                minimum.add(minimumAnomaly[day], minimumAnomaly[day - 1]);
                maximumAfterMinimum.add(maximumAnomaly[day], minimumAnomaly[day - 1]);
                minimumAfterMaximum.add(minimumAnomaly[day], maximumAnomaly[day - 1]);
            }
        }
        return new Memory(
                together.value(),
                maximum.value(),
                minimum.value(),
                maximumAfterMinimum.value(),
                minimumAfterMaximum.value(),
                wind,
                known.sun(),
                known.direction());
    }

    private int kind(int day) {
        return wet[day] ? 1 : 0;
    }

    /**
     * One temperature; the first index is 0 for dry days and 1 for wet ones.
     *
     * <p>Days of a month are compared with the year's course through the monthly means, so that the
     * season's slope within a month does not count as spread. Where wet days of a month crowd at
     * one end, the means of its days and of its course differ; a few rounds settle that.
     */
    private final class Column {
        private static final int ROUNDS = 5;

        final double[][] mean = new double[2][Climate.MONTHS];
        final double[][] deviation = new double[2][Climate.MONTHS];
        private final double[] value;
        private final int leastDays;
        private final int[][] count = new int[2][Climate.MONTHS];

        Column(double[] value, int leastDays) {
            this.value = value;
            this.leastDays = leastDays;
            for (int day = 0; day < value.length; day++) {
                count[kind(day)][history.month[day]]++;
            }
            requireBothKinds();
            startFromPlainMeans();
            for (int round = 0; round < ROUNDS; round++) {
                settle();
            }
            measureDeviations();
        }

        private void requireBothKinds() {
            for (int kind = 0; kind < 2; kind++) {
                int days = 0;
                for (int m = 0; m < Climate.MONTHS; m++) {
                    days += count[kind][m];
                    requireDays(m);
                }
                if (days < leastDays) {
                    throw new IllegalArgumentException(
                            "history has %d %s days; allowed are %d or more"
                                    .formatted(days, kind == 0 ? "dry" : "wet", leastDays));
                }
            }
        }

        private void requireDays(int m) {
            if (count[0][m] + count[1][m] < leastDays) {
                throw new IllegalArgumentException(
                        "month %d has %d days; allowed are %d or more"
                                .formatted(m + 1, count[0][m] + count[1][m], leastDays));
            }
        }

        private void startFromPlainMeans() {
            for (int day = 0; day < value.length; day++) {
                int m = history.month[day];
                double days = count[0][m] + count[1][m];
                mean[0][m] += value[day] / days;
            }
            System.arraycopy(mean[0], 0, mean[1], 0, Climate.MONTHS);
        }

        /** Shifts each mean by what its days still miss on average. */
        private void settle() {
            double[][] missing = new double[2][Climate.MONTHS];
            MonthCurve[] course = courses();
            for (int day = 0; day < value.length; day++) {
                int m = history.month[day];
                missing[kind(day)][m] += value[day] - expected(course, day);
            }
            for (int m = 0; m < Climate.MONTHS; m++) {
                for (int kind = 0; kind < 2; kind++) {
                    if (count[kind][m] >= leastDays) {
                        mean[kind][m] += missing[kind][m] / count[kind][m];
                    }
                }
            }
            borrow();
        }

        /** Months with few days of a kind take the mean difference of the months that have both. */
        private void borrow() {
            double apart = meanDifference();
            for (int m = 0; m < Climate.MONTHS; m++) {
                if (count[1][m] < leastDays) {
                    mean[1][m] = mean[0][m] + apart;
                } else if (count[0][m] < leastDays) {
                    mean[0][m] = mean[1][m] - apart;
                }
            }
        }

        private double meanDifference() {
            double sum = 0;
            int months = 0;
            for (int m = 0; m < Climate.MONTHS; m++) {
                if (count[0][m] >= leastDays && count[1][m] >= leastDays) {
                    sum += mean[1][m] - mean[0][m];
                    months++;
                }
            }
            return months == 0 ? 0 : sum / months;
        }

        private void measureDeviations() {
            MonthCurve[] course = courses();
            double[][] squares = new double[2][Climate.MONTHS];
            for (int day = 0; day < value.length; day++) {
                double apart = value[day] - expected(course, day);
                squares[kind(day)][history.month[day]] += apart * apart;
            }
            for (int m = 0; m < Climate.MONTHS; m++) {
                double all = (squares[0][m] + squares[1][m]) / (count[0][m] + count[1][m]);
                for (int kind = 0; kind < 2; kind++) {
                    boolean few = count[kind][m] < leastDays;
                    double square = few ? all : squares[kind][m] / count[kind][m];
                    deviation[kind][m] = Math.sqrt(square);
                }
            }
        }

        double[] anomalies() {
            MonthCurve[] course = courses();
            var anomaly = new double[value.length];
            for (int day = 0; day < value.length; day++) {
                anomaly[day] =
                        (value[day] - expected(course, day))
                                / deviation[kind(day)][history.month[day]];
            }
            return anomaly;
        }

        private MonthCurve[] courses() {
            return new MonthCurve[] {new MonthCurve(mean[0]), new MonthCurve(mean[1])};
        }

        private double expected(MonthCurve[] course, int day) {
            return course[kind(day)].value(history.month[day], history.fromMiddle[day]);
        }
    }
}
