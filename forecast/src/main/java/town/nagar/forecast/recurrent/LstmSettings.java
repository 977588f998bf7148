package town.nagar.forecast.recurrent;

/**
 * The net's shape and how it is trained.
 *
 * <p>Steps of features, memory layers of {@code firstState}, one of {@code secondState}, its last
 * step, a dense layer, ReLU, one number. Dropout lies between the first layers and before the last
 * number.
 *
 * @param steps hours looked back
 * @param features numbers an hour
 * @param firstLayers memory layers of {@code firstState}
 * @param dropout share of numbers left out while training, in [0, 1)
 * @param learningRate Adam's
 * @param batch sequences a step
 * @param epochs most passes over the training sequences
 * @param patience passes without a better validation loss after which training ends
 */
public record LstmSettings(
        int steps,
        int features,
        int firstState,
        int firstLayers,
        int secondState,
        int dense,
        float dropout,
        float learningRate,
        int batch,
        int epochs,
        int patience) {
    public LstmSettings {
        int least =
                Math.min(
                        Math.min(Math.min(steps, features), Math.min(firstState, firstLayers)),
                        Math.min(Math.min(secondState, dense), Math.min(batch, epochs)));
        boolean rates = dropout >= 0 && dropout < 1 && learningRate > 0;
        if (least < 1 || patience < 1 || !rates) {
            throw new IllegalArgumentException(
                    "a count below 1, dropout %s or learning rate %s"
                            .formatted(dropout, learningRate));
        }
    }

    /** The town's traffic net: 24 hours of 50 features, 276,033 weights. */
    public static LstmSettings traffic() {
        return new LstmSettings(24, 50, 128, 2, 64, 32, 0.2f, 1e-3f, 64, 100, 10);
    }

    /** The same net for another count of features. */
    public LstmSettings withFeatures(int count) {
        return new LstmSettings(
                steps,
                count,
                firstState,
                firstLayers,
                secondState,
                dense,
                dropout,
                learningRate,
                batch,
                epochs,
                patience);
    }

    /** The same net, trained for another count of epochs and patience. */
    public LstmSettings withEpochs(int most, int patient) {
        return new LstmSettings(
                steps,
                features,
                firstState,
                firstLayers,
                secondState,
                dense,
                dropout,
                learningRate,
                batch,
                most,
                patient);
    }
}
