package town.nagar.forecast.registry.catalogue;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tables.Tables;

/** Models and versions in the registry's own tables. */
public final class LocalCatalogue implements Catalogue {
    private final Tables tables;
    private final ModelRows models;
    private final VersionRows versions;

    public LocalCatalogue(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.models = new ModelRows(tables, clock);
        this.versions = new VersionRows(tables, clock);
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        return models.create(name, description, tags);
    }

    @Override
    public List<RegisteredModel> listModels() {
        return models.list();
    }

    /** A page of models. */
    public Search.Page<RegisteredModel> searchModels(Search search) {
        return models.search(search);
    }

    @Override
    public RegisteredModel getModel(String name) {
        return models.get(name);
    }

    /** Gives a model another name. */
    public RegisteredModel rename(String name, String newName) {
        return models.rename(name, newName);
    }

    /** Describes a model anew. */
    public RegisteredModel describe(String name, String description) {
        return models.describe(name, description);
    }

    /** Removes a model with its versions. */
    public void delete(String name) {
        models.delete(name);
    }

    /** Sets a tag of a model, over one of the same key. */
    public void tagModel(String name, String key, String value) {
        models.tag(name, key, value);
    }

    /** Removes a tag of a model, if there is one. */
    public void untagModel(String name, String key) {
        models.untag(name, key);
    }

    @Override
    public ModelVersion createVersion(NewVersion version) {
        return tables.together(() -> versions.create(version, models.nextNumber(version.name())));
    }

    @Override
    public ModelVersion getVersion(String name, int version) {
        return versions.get(name, version);
    }

    @Override
    public List<ModelVersion> listVersions(String name) {
        getModel(name);
        return versions.list(name);
    }

    /** A page of versions. */
    public Search.Page<ModelVersion> searchVersions(Search search) {
        return versions.search(search);
    }

    @Override
    public void move(String name, int version, MlflowStage stage) {
        versions.move(name, version, stage);
    }

    /** Describes a version anew. */
    public ModelVersion describe(String name, int version, String description) {
        return versions.describe(name, version, description);
    }

    /** Removes a version. */
    public void deleteVersion(String name, int version) {
        versions.delete(name, version);
    }

    @Override
    public void tag(String name, int version, String key, String value) {
        versions.tag(name, version, key, value);
    }

    /** Removes a tag of a version, if there is one. */
    public void untag(String name, int version, String key) {
        versions.untag(name, version, key);
    }

    @Override
    public void pointAlias(String name, String alias, int version) {
        versions.pointAlias(name, alias, version);
    }

    @Override
    public void removeAlias(String name, String alias) {
        versions.removeAlias(name, alias);
    }

    @Override
    public Map<String, String> parameters(String runId) {
        Map<String, String> parameters = new HashMap<>();
        tables.sql()
                .sql("SELECT key, value FROM run_params WHERE run_id = ?")
                .param(runId)
                .query(row -> {
                    parameters.put(row.getString("key"), row.getString("value"));
                });
        return parameters;
    }
}
