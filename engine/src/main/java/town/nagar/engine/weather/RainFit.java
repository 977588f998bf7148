package town.nagar.engine.weather;

/** Rain of a history: counted transitions, and gamma amounts by Thom's estimate. */
final class RainFit {
    /** Rain beyond the threshold that counts as none, so that its logarithm exists, mm. */
    private static final double TRACE = 0.01;

    private final DailyHistory history;
    private final boolean[] wet;
    private final double least;
    private final int leastDays;

    RainFit(DailyHistory history, boolean[] wet, double leastMillimetres, int leastDays) {
        this.history = history;
        this.wet = wet;
        this.least = leastMillimetres;
        this.leastDays = leastDays;
    }

    MonthRain month(int month) {
        int[] before = new int[2];
        int[] wetAfter = new int[2];
        for (int day = 0; day < wet.length; day++) {
            if (history.month[day] == month && history.followsADay(day)) {
                int state = wet[day - 1] ? 1 : 0;
                before[state]++;
                wetAfter[state] += wet[day] ? 1 : 0;
            }
        }
        if (before[0] + before[1] == 0) {
            throw new IllegalArgumentException(
                    "month %d has no two days in a row; allowed are months with some"
                            .formatted(month + 1));
        }
        double wetShare = (double) (wetAfter[0] + wetAfter[1]) / (before[0] + before[1]);
        var amounts = new Amounts(month);
        return new MonthRain(
                share(wetAfter[0], before[0], wetShare),
                share(wetAfter[1], before[1], wetShare),
                amounts.shape(),
                amounts.mean() / amounts.shape());
    }

    /** A share, or that of all days where a month has none of these. */
    private static double share(int some, int all, double otherwise) {
        return all == 0 ? otherwise : (double) some / all;
    }

    /** What fell beyond the threshold on wet days of a month, or of the year if these are few. */
    private final class Amounts {
        private int count;
        private double sum;
        private double logSum;

        Amounts(int month) {
            add(month);
            if (count < leastDays) {
                for (int other = 0; other < Climate.MONTHS; other++) {
                    if (other != month) {
                        add(other);
                    }
                }
            }
        }

        private void add(int month) {
            for (int day = 0; day < wet.length; day++) {
                if (wet[day] && history.month[day] == month) {
                    double beyond = Math.max(TRACE, history.rainMillimetres[day] - least);
                    count++;
                    sum += beyond;
                    logSum += StrictMath.log(beyond);
                }
            }
        }

        double mean() {
            return sum / count;
        }

        double shape() {
            double apart = StrictMath.log(mean()) - logSum / count;
            if (!(apart > 1e-9)) {
                throw new IllegalArgumentException(
                        "%d wet days all have %s mm; allowed is rain that varies"
                                .formatted(count, least + mean()));
            }
            return (1 + Math.sqrt(1 + 4 * apart / 3)) / (4 * apart);
        }
    }
}
