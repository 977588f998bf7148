package town.nagar.forecast.registry.command;

import java.net.URI;
import town.nagar.kit.settings.Secret;

/**
 * The running town that is asked.
 *
 * @param key of who asks; empty for anyone
 */
public record Town(URI url, Secret key) {}
