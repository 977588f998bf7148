package town.nagar.forecast.featurestore;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.forecast.feature.Columns;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureListener;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.offline.OfflineStore;
import town.nagar.forecast.featurestore.online.OnlineStore;
import town.nagar.forecast.featurestore.online.OnlineStore.StoreAway;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;

/**
 * Keeps the features of now: each time they are made online, once an hour offline.
 *
 * <p>Whoever makes them hands them over and goes on. One thread writes; of a source that makes them
 * faster than they can be written, the newest are kept.
 */
final class Materialiser implements FeatureListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);

    private final Supplier<Definitions> definitions;
    private final OnlineStore online;
    private final OfflineStore offline;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<String, Made> waiting = new ConcurrentHashMap<>();
    private final BlockingQueue<String> sources = new LinkedBlockingQueue<>();
    private final Map<String, Instant> hours = new HashMap<>();
    private final Thread thread;

    /** Features of all places of a source. */
    private record Made(
            String source, FeatureSet features, List<Integer> series, int origin, Instant at) {
        private Made {
            series = List.copyOf(series);
        }
    }

    private Materialiser(
            Supplier<Definitions> definitions,
            OnlineStore online,
            OfflineStore offline,
            InstantSource clock,
            MeterRegistry meters) {
        this.definitions = definitions;
        this.online = online;
        this.offline = offline;
        this.clock = clock;
        this.meters = meters;
        this.thread = Thread.ofVirtual().name("features").unstarted(this::run);
    }

    static Materialiser start(
            Supplier<Definitions> definitions,
            OnlineStore online,
            OfflineStore offline,
            InstantSource clock,
            MeterRegistry meters) {
        Materialiser one = new Materialiser(definitions, online, offline, clock, meters);
        one.thread.start();
        return one;
    }

    @Override
    public void made(
            String source, FeatureSet features, List<Integer> series, int origin, Instant at) {
        if (waiting.put(source, new Made(source, features, series, origin, at)) == null) {
            sources.add(source);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional.ofNullable(waiting.remove(sources.take())).ifPresent(this::keep);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Made made) {
        for (FeatureView view : definitions.get().ofSource(made.source())) {
            try {
                keep(view, rows(view, made), made.at());
            } catch (RuntimeException e) {
                failed("rows", view, e);
            }
        }
    }

    private void keep(FeatureView view, List<EntityRow> rows, Instant at) {
        try {
            counted("online", online.write(view, rows));
        } catch (StoreAway e) {
            failed("online", view, e);
        }
        if (rows.isEmpty()) {
            return;
        }
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(hours.get(view.name()))) {
            return;
        }
        try {
            offline.write(view, rows, clock.instant());
            hours.put(view.name(), hour);
            counted("offline", rows.size());
        } catch (IOException | SQLException | SdkException e) {
            failed("offline", view, e);
        }
    }

    /** The rows of the first time forecast, one a place. */
    static List<EntityRow> rows(
            FeatureView view, FeatureSet features, List<Integer> places, int origin, Instant at) {
        Columns columns = features.columns(view.kept());
        float[] row = new float[columns.size()];
        List<EntityRow> rows = new ArrayList<>();
        for (int series : places) {
            features.write(columns, series, origin, origin, row, 0);
            List<FeatureValue> values = new ArrayList<>(row.length);
            for (float value : row) {
                values.add(FeatureValue.of(value));
            }
            String place = features.panel().names().get(series);
            rows.add(new EntityRow(new FeatureValue.Text(place), at, values));
        }
        return rows;
    }

    private static List<EntityRow> rows(FeatureView view, Made made) {
        return rows(view, made.features(), made.series(), made.origin(), made.at());
    }

    private void counted(String store, int rows) {
        meters.counter("nagar.forecast.features.rows", "store", store).increment(rows);
    }

    private void failed(String store, FeatureView view, Exception cause) {
        LOG.warn(
                "features not kept store={} view={} cause={}",
                store,
                view.name(),
                cause.toString());
        meters.counter("nagar.forecast.features.failures", "store", store).increment();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
