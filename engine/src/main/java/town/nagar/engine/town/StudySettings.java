package town.nagar.engine.town;

import java.time.LocalDate;

/**
 * How long, how often and how surely a town is run.
 *
 * @param firstDay of every run
 * @param days 1 to 366
 * @param seed of the agents and of all chance
 * @param leastRuns pairs before the interval is looked at, 2 or more
 * @param mostRuns pairs after which it ends, {@code leastRuns} or more
 * @param level confidence of the intervals, strictly between 0 and 1
 * @param halfWidth of the mean difference of {@code steering} that is enough, in its unit; 0 runs
 *     all
 * @param steering the measure that the half-width is of
 * @param uncertainInputs whether what is not known well, such as the value of time, varies from run
 *     to run
 * @param threads 1 or more; the result has the same bits for any number
 */
public record StudySettings(
        LocalDate firstDay,
        int days,
        long seed,
        int leastRuns,
        int mostRuns,
        double level,
        double halfWidth,
        Measure steering,
        boolean uncertainInputs,
        int threads) {
    private static final int MOST_DAYS = 366;
    private static final double USUAL_LEVEL = 0.95;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public StudySettings {
        if (days < 1 || days > MOST_DAYS || leastRuns < 2 || mostRuns < leastRuns || threads < 1) {
            throw new IllegalArgumentException(
                    "%d days, %d to %d runs, %d threads; allowed are 1 to %d days, 2 or more runs that ascend, 1 or more threads"
                            .formatted(days, leastRuns, mostRuns, threads, MOST_DAYS));
        }
        if (!(level > 0 && level < 1) || !(halfWidth >= 0)) {
            throw new IllegalArgumentException(
                    "confidence %s, half-width %s; allowed are numbers between 0 and 1, and from 0"
                            .formatted(level, halfWidth));
        }
    }

    /** A fixed number of pairs with intervals of 95 % and uncertain inputs. */
    public static StudySettings of(LocalDate firstDay, int days, long seed, int runs, int threads) {
        return new StudySettings(
                firstDay, days, seed, runs, runs, USUAL_LEVEL, 0, Measure.PM25, true, threads);
    }

    /** The same that ends as soon as the interval of a measure's difference is narrow. */
    public StudySettings until(Measure measure, double enough, int runsBefore) {
        return new StudySettings(
                firstDay,
                days,
                seed,
                runsBefore,
                mostRuns,
                level,
                enough,
                measure,
                uncertainInputs,
                threads);
    }
}
