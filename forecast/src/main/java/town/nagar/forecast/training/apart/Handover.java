package town.nagar.forecast.training.apart;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.training.FoldErrors;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Training;

/** What goes from one process to the other, as files of a folder. */
final class Handover {
    private static final String WANTED = "training.json";
    private static final String VALUES = "values.bin";
    private static final String MODEL = "model";
    private static final String BASELINE = "baseline";
    private static final String JUDGED = "judged.json";
    private static final String UNUSABLE = "unusable.txt";
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .build();

    private Handover() {}

    /** A training without its values. */
    private record Wanted(
            String name,
            Domain domain,
            String start,
            Step step,
            int length,
            List<String> series,
            int end,
            int horizon,
            List<String> models,
            String kept,
            Taste taste,
            long seed) {}

    /** How the model and the others did. */
    private record Judged(
            FoldErrors errors, FoldErrors baselineErrors, List<Trained.Standing> board) {}

    /**
     * Writes a training.
     *
     * @throws IllegalArgumentException if it has covariates, which are not handed over
     */
    static void write(Training training, Path folder) throws IOException {
        if (!training.covariates().names().isEmpty()
                || training.covariates().holidays().isPresent()) {
            throw new IllegalArgumentException("covariates are not handed to a training process");
        }
        Panel panel = training.panel();
        JSON.writeValue(
                folder.resolve(WANTED).toFile(),
                new Wanted(
                        training.name(),
                        training.domain(),
                        panel.grid().start().toString(),
                        panel.grid().step(),
                        panel.length(),
                        panel.names(),
                        training.end(),
                        training.horizon(),
                        training.models(),
                        training.kept(),
                        training.taste(),
                        training.seed()));
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(VALUES))))) {
            for (int series = 0; series < panel.size(); series++) {
                for (int i = 0; i < panel.length(); i++) {
                    out.writeDouble(panel.at(series, i));
                }
            }
        }
    }

    static Training readTraining(Path folder) throws IOException {
        Wanted wanted = JSON.readValue(folder.resolve(WANTED).toFile(), Wanted.class);
        var grid =
                new TimeGrid(LocalDateTime.parse(wanted.start()), wanted.step(), wanted.length());
        return new Training(
                wanted.name(),
                wanted.domain(),
                Panel.of(grid, wanted.series(), values(wanted, folder)),
                Covariates.none(),
                wanted.end(),
                wanted.horizon(),
                wanted.models(),
                wanted.kept(),
                wanted.taste(),
                wanted.seed());
    }

    private static double[][] values(Wanted wanted, Path folder) throws IOException {
        double[][] values = new double[wanted.series().size()][wanted.length()];
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(folder.resolve(VALUES))))) {
            for (double[] one : values) {
                for (int i = 0; i < one.length; i++) {
                    one[i] = in.readDouble();
                }
            }
        }
        return values;
    }

    static void write(Trained trained, Path folder) throws IOException {
        ModelFolder.write(trained.model(), folder.resolve(MODEL));
        ModelFolder.write(trained.baseline(), folder.resolve(BASELINE));
        JSON.writeValue(
                folder.resolve(JUDGED).toFile(),
                new Judged(trained.errors(), trained.baselineErrors(), trained.board()));
    }

    static Trained readTrained(Path folder) throws IOException {
        Judged judged = JSON.readValue(folder.resolve(JUDGED).toFile(), Judged.class);
        return new Trained(
                ModelFolder.read(folder.resolve(MODEL)),
                judged.errors(),
                ModelFolder.read(folder.resolve(BASELINE)),
                judged.baselineErrors(),
                judged.board());
    }

    /** Says why there is nothing to learn from a training. */
    static void writeUnusable(String reason, Path folder) throws IOException {
        Files.writeString(folder.resolve(UNUSABLE), reason);
    }

    /**
     * Checks that a training was not found unusable.
     *
     * @throws IllegalArgumentException saying why it was
     */
    static void requireUsable(Path folder) throws IOException {
        if (Files.exists(folder.resolve(UNUSABLE))) {
            throw new IllegalArgumentException(Files.readString(folder.resolve(UNUSABLE)));
        }
    }
}
