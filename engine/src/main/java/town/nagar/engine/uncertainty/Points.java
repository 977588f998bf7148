package town.nagar.engine.uncertainty;

import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.SobolSequence;

/** Where in the unit cube of the inputs each run lies. */
public sealed interface Points {
    /**
     * One coordinate of one run, strictly between 0 and 1.
     *
     * @param run from 0
     * @param factor 0 to the number of factors - 1
     */
    double coordinate(int run, int factor);

    /** Independent sets the runs fall into, by {@code run % replicates}; 1: all runs are. */
    int replicates();

    /**
     * Independent points.
     *
     * @param seed of the study; inputs and a model's own draws never meet
     */
    static Points byChance(long seed) {
        return new ByChance(Chance.of(seed, 0));
    }

    /**
     * Scrambled Sobol points in several independent scramblings, the spread of whose means tells
     * the error.
     *
     * @param factors 1 to {@link SobolSequence#MAX_DIMENSIONS}
     * @param replicates 2 or more; 16 serves well
     * @throws IllegalArgumentException if either is out of its range
     */
    static Points sobol(long seed, int factors, int replicates) {
        if (replicates < 2) {
            throw new IllegalArgumentException(
                    "%d replicates; allowed are 2 or more".formatted(replicates));
        }
        var chance = Chance.of(seed, 0);
        return new Sobol(
                IntStream.range(0, replicates)
                        .mapToLong(replicate -> chance.bits(replicate, 0, Sobol.SCRAMBLING))
                        .mapToObj(scrambling -> SobolSequence.scrambled(factors, scrambling))
                        .toList());
    }

    /** Independent points. */
    record ByChance(Chance chance) implements Points {
        private static final Purpose INPUT = new Purpose(65_535, "uncertain input");

        @Override
        public double coordinate(int run, int factor) {
            return chance.uniform(factor, run, INPUT);
        }

        @Override
        public int replicates() {
            return 1;
        }
    }

    /** Runs dealt out to the scramblings in turn. */
    record Sobol(List<SobolSequence> scramblings) implements Points {
        private static final Purpose SCRAMBLING = new Purpose(65_534, "scrambling of a replicate");

        /** Keeps its own list. */
        public Sobol {
            scramblings = List.copyOf(scramblings);
        }

        @Override
        public double coordinate(int run, int factor) {
            int replicates = scramblings.size();
            return scramblings.get(run % replicates).coordinate(run / replicates, factor);
        }

        @Override
        public int replicates() {
            return scramblings.size();
        }
    }
}
