package town.nagar.forecast.torch;

/**
 * How long and in what portions is learnt.
 *
 * @param learningRate Adam's, above 0
 * @param batch examples a step
 * @param epochs most passes
 * @param patience passes without a better validation loss after which training ends
 */
public record PassSettings(float learningRate, int batch, int epochs, int patience) {
    public PassSettings {
        if (!(learningRate > 0) || batch < 1 || epochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "rate %s, batches of %d, %d epochs, patience %d"
                            .formatted(learningRate, batch, epochs, patience));
        }
    }
}
