package town.nagar.engine.uncertainty.sensitivity;

/** A model of one output and no chance of its own, as a function of its inputs. */
@FunctionalInterface
public interface ResponseModel {
    /**
     * The output.
     *
     * @param inputs one value a factor; not to be changed
     */
    double respond(double[] inputs);
}
