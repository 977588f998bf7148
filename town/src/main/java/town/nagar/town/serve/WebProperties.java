package town.nagar.town.serve;

import java.util.Map;

/** How the web server is set up. */
final class WebProperties {
    private WebProperties() {}

    static Map<String, Object> of(ServeSettings http) {
        return Map.ofEntries(
                Map.entry("server.port", http.port()),
                Map.entry("server.address", http.address()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.compression.enabled", true),
                Map.entry(
                        "server.compression.mime-types",
                        "application/json,text/html,text/css,text/javascript,application/javascript,application/geo+json"),
                Map.entry("server.tomcat.threads.max", 64),
                Map.entry("server.tomcat.max-http-form-post-size", "8MB"),
                // else whoever sends too much meets a closed connection, not the answer that says
                // so
                Map.entry("server.tomcat.max-swallow-size", "32MB"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.jackson.property-naming-strategy", "SNAKE_CASE"),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("springdoc.api-docs.path", "/v1/openapi.json"),
                Map.entry("springdoc.swagger-ui.enabled", false),
                Map.entry("management.endpoints.web.exposure.include", ""),
                Map.entry("logging.level.org.apache.kafka", "WARN"),
                Map.entry("logging.level.com.zaxxer.hikari", "WARN"),
                Map.entry("logging.level.io.lettuce", "WARN"),
                Map.entry("logging.level.org.flywaydb", "WARN"),
                // warns at each start that migrations may come out of order, as ours do on purpose
                Map.entry("logging.level.org.flywaydb.core.internal.command.DbMigrate", "ERROR"),
                // warns that the API's description is served, which is what it is for
                Map.entry(
                        "logging.level.org.springdoc.core.events.SpringDocAppInitializer", "ERROR"),
                Map.entry(
                        "logging.pattern.console",
                        "time=%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\",UTC} level=%p logger=%c{0} %m%n%xEx"));
    }
}
