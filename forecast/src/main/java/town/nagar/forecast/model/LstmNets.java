package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.onnx.Precision;

/** The nets of all bands of steps ahead, as they forecast. */
record LstmNets(List<LstmNet> nets) implements Learnt {
    LstmNets {
        nets = List.copyOf(nets);
    }

    /** Reads what {@link #write} wrote. */
    static Learnt read(DataInput in) throws IOException {
        List<LstmNet> nets = new ArrayList<>();
        for (int left = Numbers.count(in); left > 0; left--) {
            nets.add(
                    LstmNet.of(
                            in.readInt(),
                            in.readInt(),
                            precision(in.readUTF()),
                            Numbers.bytes(in)));
        }
        return new LstmNets(nets);
    }

    private static Precision precision(String word) throws IOException {
        return Arrays.stream(Precision.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IOException("no precision is named " + word));
    }

    @Override
    public String name() {
        return Lstm.NAME;
    }

    @Override
    public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
        LstmInput input = new LstmInput(features);
        for (double[] one : out) {
            Arrays.fill(one, Double.NaN);
        }
        for (LstmNet net : nets) {
            forecast(net, input, features, series, origin, out);
        }
    }

    private static void forecast(
            LstmNet net,
            LstmInput input,
            FeatureSet features,
            int[] series,
            int origin,
            double[][] out) {
        List<float[][]> asked = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            int last = Math.min(net.to(), out[i].length - 1);
            for (int step = net.from(); step <= last && input.isUsable(series[i], origin); step++) {
                asked.add(input.of(series[i], origin, origin + step));
                places.add(new int[] {i, step});
            }
        }
        float[] said = net.say(asked);
        for (int k = 0; k < said.length; k++) {
            int i = places.get(k)[0];
            int step = places.get(k)[1];
            out[i][step] =
                    features.base(series[i], origin, origin + step)
                            + features.scale(series[i], origin) * said[k];
        }
    }

    @Override
    public Optional<Explanation> explain(FeatureSet features, int series, int origin, int step) {
        return nets.stream()
                .filter(net -> net.from() <= step && step <= net.to())
                .findFirst()
                .flatMap(net -> new LstmReasons(net, features).of(series, origin, step));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(nets.size());
        for (LstmNet net : nets) {
            out.writeInt(net.from());
            out.writeInt(net.to());
            out.writeUTF(net.precision().name());
            net.file().write(out);
        }
    }

    @Override
    public void close() {
        nets.forEach(LstmNet::close);
    }
}
