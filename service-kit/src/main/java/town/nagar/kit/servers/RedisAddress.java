package town.nagar.kit.servers;

import town.nagar.kit.settings.Settings;

/** Keys {@code nagar.redis.*}. */
public record RedisAddress(String url) {
    private static final RedisAddress USUAL = new RedisAddress("redis://127.0.0.1:6379");

    public static RedisAddress of(Settings settings) {
        return settings.bind("nagar.redis", USUAL);
    }
}
