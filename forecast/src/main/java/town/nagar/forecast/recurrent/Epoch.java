package town.nagar.forecast.recurrent;

/**
 * One pass over the training sequences; losses are mean squared errors of the scaled target.
 *
 * @param number from 1
 */
public record Epoch(int number, double trainingLoss, double validationLoss) {}
