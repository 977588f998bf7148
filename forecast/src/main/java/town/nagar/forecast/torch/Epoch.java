package town.nagar.forecast.torch;

/**
 * One pass over the training data; both losses are of the scaled target.
 *
 * @param number from 1
 */
public record Epoch(int number, double trainingLoss, double validationLoss) {}
