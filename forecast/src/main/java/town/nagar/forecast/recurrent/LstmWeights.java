package town.nagar.forecast.recurrent;

import java.util.List;

/** All weights of the net, layer after layer. */
public record LstmWeights(List<MemoryLayer> memory, DenseLayer dense, DenseLayer last) {
    public LstmWeights {
        memory = List.copyOf(memory);
    }

    /** How many numbers. */
    public int count() {
        int inMemory = memory.stream().mapToInt(MemoryLayer::weights).sum();
        return inMemory + dense.count() + last.count();
    }
}
