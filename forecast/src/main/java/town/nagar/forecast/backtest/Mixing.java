package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.model.Trust;
import town.nagar.forecast.model.Weights;

/** The models of a backtest mixed, by what each was worth before. */
final class Mixing {
    private static final int LATEST_CYCLES = 120;
    private static final int MOST_CASES = 4_000;

    private final Problem problem;
    private final Walk walk;
    private final List<Forecaster> models;
    private final List<Forecasts> forecasts;
    private final int[] bands;
    private final Actuals actuals;

    /**
     * Models to be mixed.
     *
     * @param forecasts one a model
     * @param bands the band of each step ahead
     */
    Mixing(
            Problem problem,
            Walk walk,
            List<Forecaster> models,
            List<Forecasts> forecasts,
            int[] bands) {
        this.problem = problem;
        this.walk = walk;
        this.models = models;
        this.forecasts = List.copyOf(forecasts);
        this.bands = bands;
        this.actuals = new Actuals(problem.panel(), walk);
    }

    /**
     * Writes the mixture: at each new fit, weights by band from the latest errors known by then.
     */
    void write(Forecasts out) {
        double[][] weights = new double[bands[bands.length - 1] + 1][];
        for (int place = 0; place < walk.size(); place++) {
            if (walk.fitsAt(place)) {
                for (int band = 0; band < weights.length; band++) {
                    weights[band] = weights(place, band);
                }
            }
            mix(place, weights, out.of(place));
        }
    }

    private void mix(int place, double[][] weights, double[][] out) {
        for (int series = 0; series < out.length; series++) {
            for (int step = 0; step < out[series].length; step++) {
                double sum = 0;
                double total = 0;
                for (int model = 0; model < models.size(); model++) {
                    double said = forecasts.get(model).value(place, series, step);
                    double weight = weights[bands[step]][model];
                    if (!Double.isNaN(said)) {
                        sum += weight * said;
                        total += weight;
                    }
                }
                out[series][step] = total == 0 ? Double.NaN : sum / total;
            }
        }
    }

    /** A past forecast whose truth is known. */
    private record Case(int place, int series, int step) {}

    private double[] weights(int place, int band) {
        List<Case> cases = thinned(cases(place, band));
        double[][] errors = new double[models.size()][cases.size()];
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            double scale = problem.features().scale(one.series(), walk.origin(one.place()));
            double unit = problem.taste().unit(scale);
            double worst = Double.isNaN(scale) ? 0 : scale; // of those that say nothing
            for (int model = 0; model < errors.length; model++) {
                double error =
                        actuals.error(forecasts.get(model), one.place(), one.series(), one.step());
                errors[model][i] = (Double.isNaN(error) ? worst : error) / unit;
            }
        }
        int trusted = trusted();
        if (trusted < 0) {
            return Weights.of(errors, problem.taste().loss());
        }
        int[] origins = cases.stream().mapToInt(one -> walk.origin(one.place())).toArray();
        Taste taste = problem.taste();
        return new Trust(origins, lastStep(band) + 1, trusted, taste.loss(), taste.caution())
                .weights(errors);
    }

    /** The place of the base's own baseline; -1 if it is not among the models. */
    private int trusted() {
        return models.stream()
                .map(Forecaster::name)
                .toList()
                .indexOf(problem.taste().base().baseline());
    }

    private int lastStep(int band) {
        int last = 0;
        for (int step = 0; step < bands.length; step++) {
            last = bands[step] == band ? step : last;
        }
        return last;
    }

    private static List<Case> thinned(List<Case> cases) {
        int every = cases.size() / MOST_CASES + 1;
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += every) {
            out.add(cases.get(i));
        }
        return out;
    }

    private List<Case> cases(int place, int band) {
        List<Case> cases = new ArrayList<>();
        int oldest = walk.origin(place) - LATEST_CYCLES * problem.features().seasons().cycle();
        for (int past = 0; past < place; past++) {
            for (int step = 0; step < problem.horizon(); step++) {
                boolean known = walk.origin(past) + step < walk.origin(place);
                if (bands[step] == band && known && walk.origin(past) >= oldest) {
                    for (int series = 0; series < problem.panel().size(); series++) {
                        if (!Double.isNaN(actuals.at(past, series, step))) {
                            cases.add(new Case(past, series, step));
                        }
                    }
                }
            }
        }
        return cases;
    }
}
