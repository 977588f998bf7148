package town.nagar.forecast.serving;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.kit.http.ApiException;

/** Finds who speaks of a place, or why nobody does. */
final class Speakers {
    private static final Logger LOG = LoggerFactory.getLogger(Speakers.class);
    private static final int RETRY_SECONDS = 30;

    private final Snapshots snapshots;
    private final History history;

    Speakers(Snapshots snapshots, History history) {
        this.snapshots = snapshots;
        this.history = history;
    }

    /**
     * A version in canary speaks where it may; else the one in production, or a baseline.
     *
     * @throws ApiException 404 if there is no such place, 503 if nothing is known of it
     */
    Speaker find(Measure measure, String place, String key) {
        Outlook outlook = snapshots.now(measure).orElseThrow(() -> nothing(measure, place));
        String trouble = snapshots.trouble(measure);
        return outlook.canary(key)
                .flatMap(canary -> find(outlook, canary, Stage.CANARY, place, trouble))
                .filter(speaker -> speaker.reason().isEmpty())
                .or(() -> find(outlook, outlook.speaking(), Stage.PRODUCTION, place, trouble))
                .orElseThrow(() -> nothing(measure, place));
    }

    private static Optional<Speaker> find(
            Outlook outlook, Snapshot snapshot, Stage stage, String place, String trouble) {
        return snapshot.now()
                .find(place)
                .map(series ->
                        new Speaker(
                                snapshot,
                                stage,
                                outlook.lineup().confirmed(),
                                series,
                                Trust.reason(snapshot, series, trouble)));
    }

    private ApiException nothing(Measure measure, String place) {
        try {
            if (!history.knows(measure, place)) {
                return ApiException.notFound(kind(measure), place);
            }
        } catch (IOException e) {
            LOG.warn("place not looked up place={} cause={}", place, e.toString());
            return ApiException.unavailable(
                    "Whether there is a %s '%s' cannot be told now".formatted(kind(measure), place),
                    RETRY_SECONDS);
        }
        return unknownHistory(place);
    }

    static ApiException unknownHistory(String place) {
        return ApiException.unavailable(
                "Nothing has been measured at '%s' yet to forecast from".formatted(place),
                RETRY_SECONDS);
    }

    private static String kind(Measure measure) {
        return switch (measure.domain()) {
            case TRAFFIC -> "road";
            case POLLUTION -> "station";
            case WATER -> "zone";
            case MARKET -> "price series";
            case AGRICULTURE -> "field";
            case WEATHER -> "weather station";
        };
    }
}
