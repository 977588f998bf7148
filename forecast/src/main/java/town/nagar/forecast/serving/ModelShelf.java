package town.nagar.forecast.serving;

import java.io.IOException;
import town.nagar.forecast.artifact.SavedModel;

/** Where models are kept, and which one speaks. */
public interface ModelShelf {
    /** What speaks for a name. */
    sealed interface Production {
        /** A model, which the shelf keeps open. */
        record Model(String version, SavedModel saved) implements Production {}

        /** None, and why: there never was one, or its files cannot be used. */
        record Missing(String reason) implements Production {}
    }

    /** The model in production of a name such as {@code traffic.vehicle_count}. */
    Production production(String name);

    /**
     * Keeps a model under the next version and puts it in production.
     *
     * @return the version
     */
    String add(SavedModel model) throws IOException;
}
