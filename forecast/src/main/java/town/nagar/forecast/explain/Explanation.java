package town.nagar.forecast.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A forecast taken apart.
 *
 * @param method by which, to be named wherever this is shown
 * @param usual what would be foretold if nothing were known of the features
 * @param forecast what is foretold
 * @param contributions one a feature; with exact methods they lead from usual to forecast
 */
public record Explanation(
        String method, double usual, double forecast, List<Contribution> contributions) {
    private static final int NAMED = 3;
    private static final double LEAST_SHARE = 0.01;

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /** The {@code count} features with the greatest effects, the greatest first. */
    public List<Contribution> strongest(int count) {
        return contributions.stream()
                .sorted(
                        Comparator.comparingDouble((Contribution each) -> Math.abs(each.effect()))
                                .reversed())
                .limit(count)
                .toList();
    }

    /**
     * One sentence for people.
     *
     * @param unit as it stands after a number, such as {@code vehicles an hour}
     */
    public String sentence(String unit) {
        double difference = forecast - usual;
        String against =
                "%s %s, %s %s the usual %s"
                        .formatted(
                                number(forecast),
                                unit,
                                number(Math.abs(difference)),
                                difference < 0 ? "below" : "above",
                                number(usual));
        String reasons = reasons();
        return "%s%s (%s).".formatted(against, reasons.isEmpty() ? "" : ": " + reasons, method);
    }

    private String reasons() {
        double whole = contributions.stream().mapToDouble(each -> Math.abs(each.effect())).sum();
        return strongest(NAMED).stream()
                .filter(each -> Math.abs(each.effect()) > LEAST_SHARE * whole)
                .map(each -> each.feature() + " " + signed(each.effect()))
                .collect(Collectors.joining(", "));
    }

    private static String signed(double effect) {
        return (effect < 0 ? "-" : "+") + number(Math.abs(effect));
    }

    /** Three digits that count, or all before the point. */
    private static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
