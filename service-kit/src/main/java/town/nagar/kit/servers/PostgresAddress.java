package town.nagar.kit.servers;

import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;

/** Keys {@code nagar.postgres.*}; the URL is a JDBC URL. */
public record PostgresAddress(String url, String user, Secret password) {
    private static final PostgresAddress USUAL =
            new PostgresAddress("jdbc:postgresql://127.0.0.1:5432/nagar", "nagar", Secret.NONE);

    public static PostgresAddress of(Settings settings) {
        return settings.bind("nagar.postgres", USUAL);
    }
}
