package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Panel;

/** What a backtest's forecasts were and how they compare with the truth. */
public final class Outcome {
    private final Problem problem;
    private final Walk walk;
    private final List<Forecasts> forecasts;
    private final boolean ensembleAlone;
    private final double[] naive;
    private final boolean[] mayBeNegative;
    private final int[] bands;

    Outcome(Problem problem, Walk walk, List<Forecasts> forecasts, boolean ensembleAlone) {
        this.problem = problem;
        this.walk = walk;
        this.forecasts = List.copyOf(forecasts);
        this.ensembleAlone = ensembleAlone;
        this.bands = Bands.of(problem);
        int first = firstAsked();
        this.naive = new double[panel().size()];
        this.mayBeNegative = new boolean[panel().size()];
        for (int series = 0; series < naive.length; series++) {
            naive[series] = Score.naive(panel(), series, first);
            mayBeNegative[series] = panel().hasNegative(series, first);
        }
    }

    /**
     * One forecast of one model, with its bounds of 80 and 95 % and the truth, NaN if not known.
     *
     * @param split the bounds of 95 % had they adapted to nothing
     */
    public record Row(
            int origin,
            int step,
            int series,
            String model,
            double value,
            Bounds eighty,
            Bounds ninetyFive,
            Bounds split,
            double truth) {}

    /** Takes rows. */
    public interface Sink {
        void take(Row row);
    }

    private Panel panel() {
        return problem.panel();
    }

    private int firstAsked() {
        for (int place = 0; place < walk.size(); place++) {
            if (walk.isAsked(place)) {
                return walk.origin(place);
            }
        }
        return panel().length();
    }

    /** The models' names in the order of the forecasts. */
    public List<String> models() {
        return forecasts.stream().map(Forecasts::model).toList();
    }

    /** The models whose forecasts were asked for. */
    List<String> asked() {
        return ensembleAlone ? List.of(Models.ENSEMBLE) : models();
    }

    int fits() {
        int fits = 0;
        for (int place = 0; place < walk.size(); place++) {
            fits += walk.fitsAt(place) ? 1 : 0;
        }
        return fits;
    }

    int origins() {
        return (int) walk.asked().stream().filter(asked -> asked).count();
    }

    int earlierOrigins() {
        return walk.size() - origins();
    }

    Problem problem() {
        return problem;
    }

    /** Hands out all forecasts of a model at the origins asked for, origin by origin. */
    public void rows(String model, Sink sink) {
        Forecasts of =
                forecasts.stream().filter(f -> f.model().equals(model)).findFirst().orElseThrow();
        for (int place = 0; place < walk.size(); place++) {
            for (int series = 0; walk.isAsked(place) && series < panel().size(); series++) {
                for (int step = 0; step < problem.horizon(); step++) {
                    sink.take(row(of, place, series, step));
                }
            }
        }
    }

    private Row row(Forecasts of, int place, int series, int step) {
        double least = mayBeNegative[series] ? Double.NEGATIVE_INFINITY : 0;
        double value = Math.max(least, of.value(place, series, step));
        int origin = walk.origin(place);
        double truth = panel().at(series, origin + step);
        return new Row(
                origin,
                step,
                series,
                of.model(),
                value,
                bounds(value, of.half(0, place, series, step), least),
                bounds(value, of.half(1, place, series, step), least),
                bounds(value, of.splitHalf(place, series, step), least),
                truth);
    }

    private static Bounds bounds(double value, double half, double least) {
        return new Bounds(Math.max(least, value - half), value + half);
    }

    /** The score of a model over series and steps that are chosen; empty if no truth is known. */
    public Optional<Score> score(String model, IntPredicate series, IntPredicate steps) {
        return score(model, row -> series.test(row.series()) && steps.test(row.step()));
    }

    private Optional<Score> score(String model, Predicate<Row> chosen) {
        var score = new Score();
        rows(
                model,
                row -> {
                    boolean known = !Double.isNaN(row.truth()) && !Double.isNaN(row.value());
                    if (known && chosen.test(row)) {
                        score.add(row.truth(), row.value(), naive[row.series()]);
                        score.judge(row.truth(), row.eighty(), row.ninetyFive());
                        score.judgeSplit(row.truth(), row.split());
                    }
                });
        return score.count() == 0 ? Optional.empty() : Optional.of(score);
    }

    /** A model's scores by hour of the day of the target, 0 to 23; empty for longer steps. */
    Map<String, Score> byHour(String model) {
        Map<String, Score> out = new LinkedHashMap<>();
        for (int hour = 0; hour < 24 && panel().grid().step().isWithinDay(); hour++) {
            int wanted = hour;
            score(model, row -> hour(row) == wanted)
                    .ifPresent(score -> out.put("%02d".formatted(wanted), score));
        }
        return out;
    }

    private int hour(Row row) {
        return panel().grid().at(row.origin() + row.step()).getHour();
    }

    /**
     * The score of the mean of each hour of the week over all that came before the first origin, on
     * the ensemble's rows.
     */
    public Optional<Score> frozenWeekMean(IntPredicate steps) {
        var score = new Score();
        int first = firstAsked();
        rows(
                Models.ENSEMBLE,
                row -> {
                    double said =
                            problem.features()
                                    .weekMean(row.series(), first, row.origin() + row.step());
                    if (steps.test(row.step()) && !Double.isNaN(row.truth() + said)) {
                        score.add(row.truth(), said, naive[row.series()]);
                    }
                });
        return score.count() == 0 ? Optional.empty() : Optional.of(score);
    }

    /** Models with their scores over everything, the best by the domain's loss first. */
    List<Map.Entry<String, Score>> leaderboard() {
        List<Map.Entry<String, Score>> entries = new ArrayList<>();
        for (String model : models()) {
            score(model, _ -> true, _ -> true)
                    .ifPresent(score -> entries.add(Map.entry(model, score)));
        }
        boolean squared = problem.taste().loss() == Taste.Loss.SQUARED;
        entries.sort(
                Comparator.comparingDouble(
                        e -> squared ? e.getValue().rmse() : e.getValue().mae()));
        return entries;
    }

    /** A model's scores by band of steps ahead, such as {@code 1-3}, counted from 1. */
    Map<String, Score> byBand(String model) {
        Map<String, Score> out = new LinkedHashMap<>();
        for (int band = 0; band <= bands[bands.length - 1]; band++) {
            int wanted = band;
            int from = 0;
            int to = 0;
            for (int step = 0; step < bands.length; step++) {
                from = bands[step] < band ? step + 1 : from;
                to = bands[step] <= band ? step : to;
            }
            String name = (from + 1) + "-" + (to + 1);
            score(model, _ -> true, step -> bands[step] == wanted)
                    .ifPresent(score -> out.put(name, score));
        }
        return out;
    }

    /** A model's scores by series. */
    Map<String, Score> bySeries(String model) {
        Map<String, Score> out = new LinkedHashMap<>();
        for (int series = 0; series < panel().size(); series++) {
            int wanted = series;
            score(model, one -> one == wanted, _ -> true)
                    .ifPresent(score -> out.put(panel().names().get(wanted), score));
        }
        return out;
    }
}
