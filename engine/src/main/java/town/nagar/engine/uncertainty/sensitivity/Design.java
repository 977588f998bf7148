package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import java.util.function.Supplier;
import town.nagar.engine.uncertainty.Factor;
import town.nagar.engine.uncertainty.Workers;

/** The rows of inputs a study wants a model's output for. */
public sealed interface Design permits MorrisDesign, SaltelliDesign, TornadoDesign {
    /** The inputs, in the order of a row. */
    List<Factor> factors();

    /** Rows the model must be run for. */
    int rows();

    /**
     * Writes one row.
     *
     * @param row 0 to {@link #rows()} - 1
     * @param out one slot a factor
     */
    void inputs(int row, double[] out);

    /**
     * The outputs of a model, one a row, with the same bits for any number of threads.
     *
     * @param model makes a model for each thread
     * @param threads 1 or more
     */
    default double[] outputs(Supplier<? extends ResponseModel> model, int threads) {
        var outputs = new double[rows()];
        Workers.forEach(
                0,
                outputs.length,
                threads,
                () -> {
                    ResponseModel own = model.get();
                    var inputs = new double[factors().size()];
                    return row -> {
                        inputs(row, inputs);
                        outputs[row] = own.respond(inputs);
                    };
                });
        return outputs;
    }

    /**
     * Checks that there is one finite output a row.
     *
     * @throws IllegalArgumentException naming the first row that is wrong
     */
    default void requireOutputs(double[] outputs) {
        if (outputs.length != rows()) {
            throw new IllegalArgumentException(
                    "%d outputs for %d rows of the design".formatted(outputs.length, rows()));
        }
        for (int row = 0; row < outputs.length; row++) {
            if (!Double.isFinite(outputs[row])) {
                throw new IllegalArgumentException(
                        "output %s in row %d of the design; allowed are finite numbers"
                                .formatted(outputs[row], row + 1));
            }
        }
    }
}
