package town.nagar.ingestion.anomalies;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;

/**
 * Tells what is unusual for a sensor at this hour of the week, in Indian time.
 *
 * <p>Every value that was judged is also learnt, unusual or not: after a lasting change the new
 * normal wins. About 1.7 kB a sensor and quantity; when the bound is reached, the tenth that was
 * unused for longest is forgotten.
 */
public final class Histories {
    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int FORMAT = 1;
    private static final long IST_OFFSET_MILLIS = 19_800_000;
    private static final long HOUR_MILLIS = 3_600_000;

    /** 1970-01-01 was a Thursday; the week begins on Monday. */
    private static final int HOURS_FROM_MONDAY = 72;

    private final AnomalySettings settings;
    private final Map<String, SensorHistory> bySensor = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    public Histories(AnomalySettings settings) {
        this.settings = settings;
    }

    /**
     * Judges and learns the values of one reading.
     *
     * @return whether any is more than 3 (by default) standard deviations from its hour's mean
     */
    public boolean isUnusual(
            String sensorId, Domain domain, Values values, long eventMillis, long nowMillis) {
        SensorHistory sensor = sensor(sensorId, domain, nowMillis);
        int hour = hourOfWeek(eventMillis);
        synchronized (sensor) {
            return judge(sensor, values, hour);
        }
    }

    private SensorHistory sensor(String id, Domain domain, long nowMillis) {
        SensorHistory sensor = bySensor.get(id);
        if (sensor == null || sensor.domain() != domain) {
            makeRoom();
            sensor = new SensorHistory(domain, nowMillis);
            bySensor.put(id, sensor);
        }
        sensor.used(nowMillis);
        return sensor;
    }

    private boolean judge(SensorHistory sensor, Values values, int hour) {
        boolean unusual = false;
        for (var quantity : values.quantities().list()) {
            double value = values.get(quantity);
            if (!Double.isNaN(value)) {
                if (sensor.find(quantity.index()).isEmpty()) {
                    bytes.addAndGet(WeekHistory.BYTES);
                }
                WeekHistory history = sensor.of(quantity.index());
                unusual |=
                        history.isUnusual(hour, value, settings.deviations(), settings.minCount());
                history.learn(hour, value, settings.memoryCount());
            }
        }
        return unusual;
    }

    static int hourOfWeek(long eventMillis) {
        long hours = Math.floorDiv(eventMillis + IST_OFFSET_MILLIS, HOUR_MILLIS);
        return (int) Math.floorMod(hours + HOURS_FROM_MONDAY, (long) WeekHistory.HOURS);
    }

    private void makeRoom() {
        if (bytes.get() < settings.maxBytes()) {
            return;
        }
        synchronized (bySensor) {
            if (bytes.get() >= settings.maxBytes()) {
                forget(bySensor.size() / 10 + 1);
            }
        }
    }

    private void forget(int count) {
        List<Map.Entry<String, SensorHistory>> oldest =
                bySensor.entrySet().stream()
                        .sorted(Comparator.comparingLong(e -> e.getValue().lastUsedMillis()))
                        .limit(count)
                        .toList();
        oldest.forEach(entry -> {
            bytes.addAndGet(-entry.getValue().bytes());
            bySensor.remove(entry.getKey());
        });
    }

    /** Sensors with a history. */
    public int count() {
        return bySensor.size();
    }

    /**
     * Writes all histories to a file, in one step.
     *
     * @throws IOException if it cannot be written; an older file stays
     */
    public void save(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.writeInt(FORMAT);
            for (var entry : bySensor.entrySet()) {
                out.writeBoolean(true);
                write(entry.getKey(), entry.getValue(), out);
            }
            out.writeBoolean(false);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(String id, SensorHistory sensor, DataOutputStream out)
            throws IOException {
        synchronized (sensor) {
            int[] kept =
                    IntStream.range(0, sensor.quantities())
                            .filter(quantity -> sensor.find(quantity).isPresent())
                            .toArray();
            out.writeUTF(id);
            out.writeUTF(sensor.domain().word());
            out.writeLong(sensor.lastUsedMillis());
            out.writeInt(sensor.quantities());
            out.writeInt(kept.length);
            for (int quantity : kept) {
                out.writeInt(quantity);
                sensor.of(quantity).write(out);
            }
        }
    }

    /** Reads what {@link #save} wrote; a file that is missing or of another make is left aside. */
    public void load(Path file) {
        if (Files.notExists(file)) {
            return;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() == FORMAT) {
                while (in.readBoolean()) {
                    read(in);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("sensor histories cannot be read, learning anew cause={}", e.toString());
        }
    }

    private void read(DataInputStream in) throws IOException {
        String id = in.readUTF();
        Domain domain = Domain.of(in.readUTF());
        SensorHistory sensor = new SensorHistory(domain, in.readLong());
        boolean sameQuantities = in.readInt() == sensor.quantities();
        int kept = in.readInt();
        for (int i = 0; i < kept; i++) {
            int quantity = in.readInt();
            WeekHistory history = WeekHistory.read(in);
            if (sameQuantities) {
                sensor.put(quantity, history);
            }
        }
        bySensor.put(id, sensor);
        bytes.addAndGet(sensor.bytes());
    }
}
