package town.nagar.forecast.serving;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.SeriesFile;

/** The pasts of simulated sensors, kept as files that {@code forecast train} reads too. */
public final class KeptPast {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPast.class);

    private final Path folder;
    private final Map<Measure, Optional<Panel>> read = new ConcurrentHashMap<>();

    KeptPast(Path folder) {
        this.folder = folder;
    }

    /** The past of a measure, if one is kept and can be read. */
    public Optional<Panel> find(Measure measure) {
        Optional<Panel> known = read.get(measure);
        if (known == null) {
            Optional<Panel> fresh = read(measure); // outside of any lock: it reads a file
            Optional<Panel> other = read.putIfAbsent(measure, fresh);
            known = other == null ? fresh : other;
        }
        return known;
    }

    private Optional<Panel> read(Measure measure) {
        Path file = file(measure);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SeriesFile.read(file).panel());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("kept past unusable file={} cause={}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private Path file(Measure measure) {
        return folder.resolve(measure.model() + ".csv.gz");
    }

    void keep(Measure measure, Panel panel) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(measure.model() + ".new");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(fresh)),
                                StandardCharsets.UTF_8))) {
            out.write("time,series,value\n");
            for (int series = 0; series < panel.size(); series++) {
                for (int i = 0; i < panel.length(); i++) {
                    double value = panel.at(series, i);
                    out.write(
                            "%s,%s,%s\n"
                                    .formatted(
                                            panel.grid().at(i),
                                            panel.names().get(series),
                                            Double.isNaN(value) ? "" : Double.toString(value)));
                }
            }
        }
        Files.move(
                fresh,
                file(measure),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        read.put(measure, Optional.of(panel));
    }
}
