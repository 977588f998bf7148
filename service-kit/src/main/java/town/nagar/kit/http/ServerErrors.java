package town.nagar.kit.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Tomcat's last word on a request that reaches no service, such as one for {@code /../etc}: the
 * same envelope as all other errors. Tomcat makes it by its name.
 */
public final class ServerErrors extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || response.isCommitted()) {
            return;
        }
        Instant at = request.getCoyoteRequest().getStartInstant().truncatedTo(ChronoUnit.MILLIS);
        try {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Optional.ofNullable(response.getReporter())
                    .ifPresent(out -> out.print(envelope(status, at)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("client gone before the answer was written");
        }
    }

    static String envelope(int status, Instant at) {
        Optional<HttpStatus> known = Optional.ofNullable(HttpStatus.resolve(status));
        return """
        {"error":{"code":"%s","message":"%s","details":{},"request_id":"","timestamp":"%s"}}\
        """
                .formatted(
                        known.map(HttpStatus::name).orElse("REQUEST_FAILED"),
                        known.map(HttpStatus::getReasonPhrase).orElse("The request failed"),
                        at);
    }
}
