package town.nagar.supervisor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Servers that run elsewhere: their URL is among the settings, so none is started here. */
final class ExternalServers {
    private ExternalServers() {}

    static boolean isExternal(Plan plan, ServerName server) {
        return !plan.settings().getOrDefault(server.urlKey(), "").isBlank();
    }

    static List<ServerStatus> of(Plan plan) {
        return plan.servers().stream()
                .sorted()
                .filter(server -> isExternal(plan, server))
                .map(server -> status(server.word(), withoutSecrets(url(plan, server))))
                .toList();
    }

    private static String url(Plan plan, ServerName server) {
        return plan.settings().getOrDefault(server.urlKey(), "");
    }

    /** Drops what stands between {@code ://} and the last {@code @}, and all parameters. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("://[^/]*@", "://").replaceFirst("\\?.*", "");
    }

    private static ServerStatus status(String name, String url) {
        return new ServerStatus(name, "external", 0, 0, url, "url", "", "", "", 0, "", "");
    }

    /** All settings of the external servers. */
    static Map<String, String> settings(Plan plan) {
        Map<String, String> all = new TreeMap<>();
        for (ServerName server : plan.servers()) {
            if (isExternal(plan, server)) {
                String prefix = "nagar." + server.word() + ".";
                plan.settings().entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith(prefix))
                        .forEach(setting -> all.put(setting.getKey(), setting.getValue()));
            }
        }
        return all;
    }
}
