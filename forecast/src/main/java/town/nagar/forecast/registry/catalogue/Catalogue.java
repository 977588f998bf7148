package town.nagar.forecast.registry.catalogue;

import java.util.List;
import java.util.Map;
import town.nagar.kit.http.ApiException;

/**
 * Registered models and their versions, wherever they are kept. All calls throw {@link
 * ApiException} 404 for what is not there, and 503 while the place they are kept is away.
 */
public interface Catalogue {
    /**
     * Registers a model without versions.
     *
     * @throws ApiException 400 {@code RESOURCE_ALREADY_EXISTS} if there is one of this name
     */
    RegisteredModel createModel(String name, String description, Map<String, String> tags);

    /** All models by name. */
    List<RegisteredModel> listModels();

    RegisteredModel getModel(String name);

    /** Registers the model's next version, in stage None. */
    ModelVersion createVersion(NewVersion version);

    ModelVersion getVersion(String name, int version);

    /** All versions of a model, the oldest first. */
    List<ModelVersion> listVersions(String name);

    /** Moves one version and no other. */
    void move(String name, int version, MlflowStage stage);

    /** Sets a tag of a version, over one of the same key. */
    void tag(String name, int version, String key, String value);

    /** Lets an alias point to a version. */
    void pointAlias(String name, String alias, int version);

    /** Removes an alias, if there is one. */
    void removeAlias(String name, String alias);

    /** The parameters of a run; none if there is no such run. */
    Map<String, String> parameters(String runId);
}
