package town.nagar.engine.water.network;

/**
 * When a run begins, ends, is looked at and written, in seconds.
 *
 * @param startClockSeconds time of day at which the run begins
 */
public record Times(
        long durationSeconds,
        long hydraulicStepSeconds,
        long patternStepSeconds,
        long patternStartSeconds,
        long reportStepSeconds,
        long reportStartSeconds,
        long ruleStepSeconds,
        long startClockSeconds) {
    public Times {
        if (durationSeconds < 0 || patternStartSeconds < 0 || reportStartSeconds < 0) {
            throw new IllegalArgumentException("times must not be negative");
        }
        if (hydraulicStepSeconds <= 0
                || patternStepSeconds <= 0
                || reportStepSeconds <= 0
                || ruleStepSeconds <= 0) {
            throw new IllegalArgumentException("time steps must be a second or more");
        }
    }
}
