package town.nagar.data;

import java.sql.SQLException;
import java.time.InstantSource;
import town.nagar.data.documents.Documents;
import town.nagar.data.places.Reference;
import town.nagar.kit.settings.Settings;

/** Makes the document store's collection of alerts again from the tables. */
public final class RebuildDocuments {
    private RebuildDocuments() {}

    /**
     * Does it.
     *
     * @return how many documents there are now
     * @throws SQLException if the tables cannot be read
     * @throws com.mongodb.MongoException if the document store is away
     */
    public static int run(Settings settings, InstantSource clock) throws SQLException {
        DataSettings where = DataSettings.of(settings);
        try (Tables tables = new Tables(where.postgres(), 2)) {
            tables.migrate();
            Reference reference = new Reference(tables.database(), clock);
            reference.refresh();
            try (Documents documents =
                    new Documents(where.mongo().url(), tables.database(), reference::registry)) {
                return documents.rebuild();
            }
        }
    }
}
