package town.nagar.simulation.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.uncertainty.Interval;
import town.nagar.simulation.scenario.Scenario;

/** A result as a table that people read. */
public final class ResultText {
    private static final int LINE = 100;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final SimulationResult result;
    private final StringBuilder text = new StringBuilder();

    private ResultText(SimulationResult result) {
        this.result = result;
    }

    /** Lines without an end of line after the last. */
    public static String of(SimulationResult result) {
        return new ResultText(result).write();
    }

    private String write() {
        writeHead();
        result.study().estimates().forEach(this::writeRow);
        writeMoney(result.worth());
        writeNotes("What to know", result.warnings());
        writeNotes("What was measured elsewhere", result.scenario().evidence());
        line(
                String.format(
                        Locale.ROOT,
                        "seed %d, %,d pairs (%s), input %s, engine %s, %.1f s",
                        result.study().settings().seed(),
                        result.study().runs(),
                        result.stopped().replace('_', ' '),
                        result.inputHash().substring(0, 12),
                        result.engineVersion(),
                        result.seconds()));
        return text.toString().stripTrailing();
    }

    private void writeHead() {
        Scenario scenario = result.scenario();
        line(scenario.name());
        if (!scenario.description().isEmpty()) {
            line(scenario.description());
        }
        line(
                String.format(
                        Locale.ROOT,
                        "%s, %,.0f people: %d days from %s, %,d agents, %,d pairs of runs with and without\n",
                        result.town(),
                        result.residents(),
                        scenario.days(),
                        scenario.firstDay(),
                        result.study().agents(),
                        result.study().runs()));
        line(
                String.format(
                        Locale.ROOT,
                        "%-26s %-6s %11s %11s %11s %23s %9s",
                        "",
                        "",
                        "baseline",
                        "policy",
                        "difference",
                        percent(scenario.order().level()) + " interval",
                        "change"));
    }

    private static String percent(double share) {
        return shown(100 * share) + " %";
    }

    private void writeRow(TownResult.Estimate estimate) {
        Interval interval = estimate.difference().meanInterval();
        Estimated reduction = Estimated.reductionPercent(estimate);
        line(
                String.format(
                        Locale.ROOT,
                        "%-26s %-6s %11s %11s %11s %23s %9s",
                        estimate.measure().key(),
                        estimate.measure().unit(),
                        shown(estimate.baseline().mean()),
                        shown(estimate.policy().mean()),
                        shown(estimate.difference().mean()),
                        "%s to %s".formatted(shown(interval.low()), shown(interval.high())),
                        reduction.isKnown() ? change(reduction) : ""));
    }

    private static String change(Estimated reduction) {
        return String.format(Locale.ROOT, "%+.2f %%", 0 - reduction.value());
    }

    private void writeMoney(Worth worth) {
        line("");
        money("cost", new Estimated(worth.costRupees(), worth.costRupees(), worth.costRupees()));
        money("time saved", worth.timeRupees());
        money("health", worth.healthRupees());
        money("net benefit", worth.netRupees());
    }

    private void money(String what, Estimated rupees) {
        if (rupees.isKnown()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "%-12s Rs %,15.0f   (%,.0f to %,.0f)",
                            what,
                            rupees.value(),
                            rupees.low(),
                            rupees.high()));
        } else {
            line(String.format(Locale.ROOT, "%-12s not known", what));
        }
    }

    private void writeNotes(String title, List<String> notes) {
        if (!notes.isEmpty()) {
            line("\n" + title);
            notes.forEach(note -> wrapped("- " + note));
        }
    }

    private void wrapped(String note) {
        var line = new StringBuilder();
        for (String word : note.split(" ", -1)) {
            if (line.length() + word.length() > LINE) {
                line(String.valueOf(line));
                line = new StringBuilder("  ");
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        line(String.valueOf(line));
    }

    /** Four significant digits without an exponent. */
    private static String shown(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        boolean small = rounded.scale() > 6;
        return small
                ? String.format(Locale.ROOT, "%.1e", value)
                : rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
