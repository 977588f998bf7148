package town.nagar.forecast.recurrent;

import town.nagar.forecast.torch.PassSettings;

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
 */
public record LstmSettings(
        int steps,
        int features,
        int firstState,
        int firstLayers,
        int secondState,
        int dense,
        float dropout,
        PassSettings passes) {
    public LstmSettings {
        int least =
                Math.min(
                        Math.min(Math.min(steps, features), Math.min(firstState, firstLayers)),
                        Math.min(secondState, dense));
        if (least < 1 || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "a count of %d, dropout %s".formatted(least, dropout));
        }
    }

    /** The town's traffic net: 24 hours of 50 features, 276,033 weights. */
    public static LstmSettings traffic() {
        PassSettings passes = new PassSettings(1e-3f, 64, 100, 10);
        return new LstmSettings(24, 50, 128, 2, 64, 32, 0.2f, passes);
    }

    /** The same net for another count of features. */
    public LstmSettings withFeatures(int count) {
        return new LstmSettings(
                steps, count, firstState, firstLayers, secondState, dense, dropout, passes);
    }

    /** The same net, trained otherwise. */
    public LstmSettings withPasses(PassSettings other) {
        return new LstmSettings(
                steps, features, firstState, firstLayers, secondState, dense, dropout, other);
    }
}
