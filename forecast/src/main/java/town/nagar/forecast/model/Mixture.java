package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;

/**
 * Several models' forecasts, weighed by the band of steps ahead; a model that says nothing (NaN) is
 * left out of the mean.
 */
public final class Mixture implements Learnt {
    private final List<Learnt> members;
    private final int[] bands;
    private final double[][] weights;

    /**
     * Mixes models, which it then owns.
     *
     * @param bands the band of each step ahead, from 0 without holes
     * @param weights one array a band, one slot a member
     * @throws IllegalArgumentException if a band has no weights, or not one a member
     */
    public Mixture(List<Learnt> members, int[] bands, double[][] weights) {
        this.members = List.copyOf(members);
        this.bands = bands.clone();
        this.weights = new double[weights.length][];
        for (int band = 0; band < weights.length; band++) {
            this.weights[band] = weights[band].clone();
            if (weights[band].length != members.size()) {
                throw new IllegalArgumentException(
                        "%d weights of %d models".formatted(weights[band].length, members.size()));
            }
        }
        for (int band : bands) {
            if (band < 0 || band >= weights.length) {
                throw new IllegalArgumentException("no weights for band " + band);
            }
        }
    }

    static Mixture read(DataInput in) throws IOException {
        List<Learnt> members = new ArrayList<>();
        for (int left = Numbers.count(in); left > 0; left--) {
            members.add(Models.read(in.readUTF(), in));
        }
        int[] bands = new int[Numbers.count(in)];
        for (int step = 0; step < bands.length; step++) {
            bands[step] = in.readInt();
        }
        double[][] weights = new double[Numbers.count(in)][];
        for (int band = 0; band < weights.length; band++) {
            weights[band] = Numbers.doubles(in);
        }
        try {
            return new Mixture(members, bands, weights);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(members.size());
        for (Learnt member : members) {
            out.writeUTF(member.name());
            member.write(out);
        }
        out.writeInt(bands.length);
        for (int band : bands) {
            out.writeInt(band);
        }
        out.writeInt(weights.length);
        for (double[] band : weights) {
            Numbers.write(band, out);
        }
    }

    @Override
    public String name() {
        return Models.ENSEMBLE;
    }

    /** The members' weights at a step ahead, by name. */
    public Map<String, Double> weights(int step) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            byName.put(members.get(i).name(), weights[bands[step]][i]);
        }
        return byName;
    }

    @Override
    public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
        int steps = series.length == 0 ? 0 : out[0].length;
        double[][] total = new double[series.length][steps];
        double[][] said = new double[series.length][steps];
        for (double[] one : out) {
            java.util.Arrays.fill(one, 0);
        }
        for (int member = 0; member < members.size(); member++) {
            if (matters(member, steps)) {
                members.get(member).forecast(features, series, origin, said);
                add(member, said, out, total);
            }
        }
        for (int i = 0; i < series.length; i++) {
            for (int step = 0; step < steps; step++) {
                out[i][step] = total[i][step] == 0 ? Double.NaN : out[i][step] / total[i][step];
            }
        }
    }

    private boolean matters(int member, int steps) {
        for (int step = 0; step < steps; step++) {
            if (weights[bands[step]][member] > 0) {
                return true;
            }
        }
        return false;
    }

    private void add(int member, double[][] said, double[][] sum, double[][] total) {
        for (int i = 0; i < said.length; i++) {
            for (int step = 0; step < said[i].length; step++) {
                double weight = weights[bands[step]][member];
                if (!Double.isNaN(said[i][step])) {
                    sum[i][step] += weight * said[i][step];
                    total[i][step] += weight;
                }
            }
        }
    }

    @Override
    public Optional<Explanation> explain(FeatureSet features, int series, int origin, int step) {
        double[][] forecast = new double[1][step + 1];
        forecast(features, new int[] {series}, origin, forecast);
        Map<String, Double> effects = new LinkedHashMap<>();
        Set<String> methods = new LinkedHashSet<>();
        double explained = 0;
        for (int member = 0; member < members.size(); member++) {
            double weight = weights[bands[step]][member];
            Optional<Explanation> parts =
                    weight > 0
                            ? members.get(member).explain(features, series, origin, step)
                            : Optional.empty();
            parts.map(Explanation::method).ifPresent(methods::add);
            for (Contribution each : parts.map(Explanation::contributions).orElse(List.of())) {
                effects.merge(each.feature(), weight * each.effect(), Double::sum);
                explained += weight * each.effect();
            }
        }
        double value = forecast[0][step];
        List<Contribution> contributions =
                effects.entrySet().stream()
                        .map(each -> new Contribution(each.getKey(), each.getValue()))
                        .toList();
        return contributions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Explanation(
                                String.join(" and ", methods),
                                value - explained,
                                value,
                                contributions));
    }

    @Override
    public void close() {
        members.forEach(Learnt::close);
    }
}
