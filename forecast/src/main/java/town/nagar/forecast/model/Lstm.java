package town.nagar.forecast.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.onnx.LstmExport;
import town.nagar.forecast.onnx.Precision;
import town.nagar.forecast.recurrent.LstmSettings;
import town.nagar.forecast.recurrent.LstmTraining;
import town.nagar.forecast.recurrent.Sequences;
import town.nagar.forecast.recurrent.TrainedLstm;
import town.nagar.forecast.torch.PassSettings;

/**
 * The design document's traffic net over all series: one net for each band of steps ahead, which
 * end after 2, 6, 12 and 24 hours, told how far ahead it is asked. It is trained by PyTorch and
 * forecasts by ONNX Runtime.
 */
final class Lstm implements Forecaster {
    static final String NAME = "lstm";
    private static final int MOST_SEQUENCES = 6_000;
    private static final int ROWS_A_SEQUENCE = 3;
    private static final int FEWEST_SEQUENCES = 200;
    private static final int JUDGED_SHARE = 8;

    /** An error on what was not learnt from may be so many times the full weights' own. */
    private static final double MOST_LOSS = 1.005;

    private static final PassSettings PASSES = new PassSettings(1e-3f, 64, 12, 3);

    private final int most;
    private final PassSettings passes;

    /** As it is learnt in a few minutes. */
    Lstm() {
        this(MOST_SEQUENCES, PASSES);
    }

    /**
     * As it is learnt with another effort.
     *
     * @param most sequences a net learns from and is judged by
     */
    Lstm(int most, PassSettings passes) {
        this.most = most;
        this.passes = passes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public Learnt learn(Problem problem, int end) {
        List<LstmNet> nets = new ArrayList<>();
        for (int[] band : bands(problem)) {
            train(problem, end, band[0], band[1]).ifPresent(nets::add);
        }
        return new LstmNets(nets);
    }

    /** First and last steps ahead of each band. */
    private static List<int[]> bands(Problem problem) {
        int cycle = problem.features().seasons().cycle();
        int last = problem.horizon() - 1;
        List<int[]> bands = new ArrayList<>();
        int from = 0;
        for (int to : new int[] {cycle / 12 - 1, cycle / 4 - 1, cycle / 2 - 1, cycle - 1, last}) {
            int end = Math.min(to, last);
            if (end >= from) {
                bands.add(new int[] {from, end});
                from = end + 1;
            }
        }
        return bands;
    }

    private Optional<LstmNet> train(Problem problem, int end, int from, int to) {
        int rows = Math.min(most, problem.taste().rows() / ROWS_A_SEQUENCE);
        LstmCases cases = LstmCases.of(problem, end, from, to, rows);
        int judgedFrom = cases.size() - cases.size() / JUDGED_SHARE;
        int learntTo = cases.before(judgedFrom, to);
        if (learntTo < FEWEST_SEQUENCES || judgedFrom == cases.size()) {
            return Optional.empty();
        }
        Sequences all = cases.sequences();
        LstmSettings settings =
                LstmSettings.traffic()
                        .withFeatures(LstmInput.width(problem.features()))
                        .withPasses(passes);
        TrainedLstm trained =
                LstmTraining.train(
                        all.between(0, learntTo),
                        all.between(judgedFrom, cases.size()),
                        settings,
                        problem.seed() * 31 + from,
                        _ -> {});
        return Optional.of(lightest(trained, cases, judgedFrom, from, to));
    }

    /** The lightest weights that judge as well as the full ones. */
    private static LstmNet lightest(
            TrainedLstm trained, LstmCases cases, int judgedFrom, int from, int to) {
        LstmNet full = net(trained, Precision.FP32, from, to);
        double allowed = cases.meanError(full, judgedFrom) * MOST_LOSS;
        for (Precision lighter : List.of(Precision.INT8, Precision.FP16)) {
            LstmNet net = net(trained, lighter, from, to);
            if (cases.meanError(net, judgedFrom) <= allowed) {
                full.close();
                return net;
            }
            net.close();
        }
        return full;
    }

    private static LstmNet net(TrainedLstm trained, Precision precision, int from, int to) {
        try {
            return LstmNet.of(from, to, precision, LstmExport.file(trained, precision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
