package town.nagar.forecast.registry.tracking;

import java.util.Map;
import town.nagar.kit.http.ApiException;

/** Takes down trainings as MLflow's runs, wherever those are kept. */
public interface RunLog {
    /**
     * A training that is done.
     *
     * @param experiment its name; made if there is none
     * @param metrics finite numbers by name
     */
    record Done(
            String experiment,
            String name,
            String user,
            Map<String, String> parameters,
            Map<String, Double> metrics,
            Map<String, String> tags) {
        public Done {
            parameters = Map.copyOf(parameters);
            metrics = Map.copyOf(metrics);
            tags = Map.copyOf(tags);
        }
    }

    /**
     * Keeps a run.
     *
     * @return its id
     * @throws ApiException 503 while the place runs are kept is away
     */
    String add(Done run);
}
