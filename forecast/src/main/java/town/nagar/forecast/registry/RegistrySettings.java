package town.nagar.forecast.registry;

import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;

/** Where the registry's servers are, and its own choices. */
record RegistrySettings(PostgresAddress postgres, ObjectsAddress objects, Mlflow mlflow, Own own) {

    /**
     * Keys {@code nagar.mlflow.*}.
     *
     * @param url of an MLflow server that keeps the models; empty for our own tables
     * @param token sent to it as a bearer token; may be empty
     */
    record Mlflow(String url, Secret token) {}

    /**
     * Keys {@code nagar.forecast.registry.*}.
     *
     * @param connections how many connections to PostgreSQL at most
     */
    record Own(int connections) {
        Own {
            if (connections < 2) {
                throw new IllegalArgumentException(
                        "connections %d: 2 or more".formatted(connections));
            }
        }
    }

    static RegistrySettings of(Settings settings) {
        return new RegistrySettings(
                PostgresAddress.of(settings),
                ObjectsAddress.of(settings),
                settings.bind("nagar.mlflow", new Mlflow("", Secret.NONE)),
                settings.bind("nagar.forecast.registry", new Own(4)));
    }

    /** The URI below which MLflow's runs keep files. */
    String runFiles() {
        return "s3://%s/mlflow".formatted(objects.bucket());
    }
}
