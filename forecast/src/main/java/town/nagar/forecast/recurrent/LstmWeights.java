package town.nagar.forecast.recurrent;

import java.util.ArrayList;
import java.util.List;

/** All weights of the net, layer after layer. */
public record LstmWeights(List<MemoryLayer> memory, DenseLayer dense, DenseLayer last) {
    public LstmWeights {
        memory = List.copyOf(memory);
    }

    /** Where weights come from, array after array in the order of {@link #arrays}. */
    interface Source<E extends Exception> {
        /** The next array, of this length. */
        float[] take(long length) throws E;
    }

    static <E extends Exception> LstmWeights of(LstmSettings settings, Source<E> source) throws E {
        List<MemoryLayer> memory = new ArrayList<>();
        int inputs = settings.features();
        for (int layer = 0; layer < settings.firstLayers(); layer++) {
            memory.add(MemoryLayer.of(inputs, settings.firstState(), source));
            inputs = settings.firstState();
        }
        memory.add(MemoryLayer.of(inputs, settings.secondState(), source));
        DenseLayer dense = DenseLayer.of(settings.secondState(), settings.dense(), source);
        return new LstmWeights(memory, dense, DenseLayer.of(settings.dense(), 1, source));
    }

    /** Each layer's arrays, as PyTorch orders them. */
    List<float[]> arrays() {
        List<float[]> arrays = new ArrayList<>();
        memory.forEach(layer -> layer.addTo(arrays));
        dense.addTo(arrays);
        last.addTo(arrays);
        return arrays;
    }

    /** How many numbers. */
    public int count() {
        return arrays().stream().mapToInt(array -> array.length).sum();
    }
}
