package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.water.network.Times;

/** Reads [TIMES]; steps are fitted to one another as EPANET does. */
final class TimesReader {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long MOST_SOLUTIONS = 10_000_000;
    private static final long MOST_RESULTS = 20_000_000;

    private long duration;
    private long hydraulicStep = HOUR;
    private long patternStep = HOUR;
    private long patternStart;
    private long reportStep;
    private long reportStart;
    private long ruleStep;
    private long startClock;
    private final List<String> notes = new ArrayList<>();
    private final List<InpLine> lines;

    private TimesReader(List<InpLine> lines) {
        this.lines = lines;
    }

    static TimesReader read(List<InpLine> lines) {
        TimesReader reader = new TimesReader(lines);
        lines.forEach(reader::take);
        return reader;
    }

    private void take(InpLine line) {
        String first = line.word(0);
        switch (first.substring(0, Math.min(4, first.length()))) {
            case "DURA" -> duration = Clock.seconds(line, 1, "duration");
            case "HYDR" -> hydraulicStep = Clock.seconds(line, 2, "hydraulic timestep");
            case "RULE" -> ruleStep = Clock.seconds(line, 2, "rule timestep");
            case "PATT" -> takePattern(line);
            case "REPO" -> takeReport(line);
            case "STAR" -> startClock = Clock.seconds(line, 2, "start clocktime") % DAY;
            case "QUAL" -> {} // water quality has steps of its own
            case "STAT" -> takeStatistic(line);
            default ->
                    throw line.refusal(
                            ("time setting \"%s\": DURATION, HYDRAULIC TIMESTEP, RULE TIMESTEP,"
                                            + " PATTERN TIMESTEP, PATTERN START, REPORT TIMESTEP,"
                                            + " REPORT START, START CLOCKTIME, QUALITY TIMESTEP"
                                            + " or STATISTIC is allowed")
                                    .formatted(line.text(0, "time setting")));
        }
    }

    private void takePattern(InpLine line) {
        if (line.says(1, "STAR")) {
            patternStart = Clock.seconds(line, 2, "pattern start");
        } else {
            patternStep = Clock.seconds(line, 2, "pattern timestep");
        }
    }

    private void takeReport(InpLine line) {
        if (line.says(1, "STAR")) {
            reportStart = Clock.seconds(line, 2, "report start");
        } else {
            reportStep = Clock.seconds(line, 2, "report timestep");
        }
    }

    private void takeStatistic(InpLine line) {
        if (!line.says(1, "NON")) {
            notes.add(
                    "line %d: STATISTIC %s was left out: every report time is written"
                            .formatted(line.number(), line.word(1)));
        }
    }

    List<String> notes() {
        return notes;
    }

    /**
     * Refuses a run that would not end in hours, or whose results memory does not hold.
     *
     * @param parts nodes and links
     */
    void requireRoom(int parts) {
        Times times = times();
        long solutions = duration / times.hydraulicStepSeconds() + 1;
        long reports = duration / times.reportStepSeconds() + 1;
        boolean tooMuch = solutions > MOST_SOLUTIONS || reports * parts > MOST_RESULTS;
        if (duration > 0 && tooMuch) {
            throw lines.stream()
                    .filter(line -> line.says(0, "DURA"))
                    .toList()
                    .getLast()
                    .refusal(
                            ("duration of %d hydraulic timesteps and %d report timesteps for %d"
                                            + " nodes and links: up to %d hydraulic timesteps, and"
                                            + " report timesteps times nodes and links up to %d,"
                                            + " are allowed")
                                    .formatted(
                                            solutions,
                                            reports,
                                            parts,
                                            MOST_SOLUTIONS,
                                            MOST_RESULTS));
        }
    }

    Times times() {
        long pattern = patternStep > 0 ? patternStep : HOUR;
        long report = reportStep > 0 ? reportStep : pattern;
        long hydraulic =
                Math.min(hydraulicStep > 0 ? hydraulicStep : HOUR, Math.min(pattern, report));
        long rule = ruleStep > 0 ? Math.min(ruleStep, hydraulic) : Math.max(1, hydraulic / 10);
        return new Times(
                duration,
                hydraulic,
                pattern,
                patternStart,
                report,
                reportStart > duration ? 0 : reportStart,
                rule,
                startClock);
    }
}
