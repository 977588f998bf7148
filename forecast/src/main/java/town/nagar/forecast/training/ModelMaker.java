package town.nagar.forecast.training;

import java.io.IOException;

/** Makes models of trainings: the same of the same, bit for bit. */
@FunctionalInterface
public interface ModelMaker {
    /**
     * Makes a model; takes seconds to minutes.
     *
     * @throws IllegalArgumentException if there is too little to learn from
     * @throws IOException if it could not be made; another try may succeed
     * @throws InterruptedException if the thread is to stop
     */
    Trained train(Training training) throws IOException, InterruptedException;
}
