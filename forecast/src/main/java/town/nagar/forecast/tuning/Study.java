package town.nagar.forecast.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import town.nagar.forecast.series.BadFileException;

/**
 * Trials one after another, each kept in a file before the next, so that a study that was broken
 * off goes on. A trial whose mean loss after a stage is above the median of earlier trials at that
 * stage is stopped there.
 */
public final class Study {
    private static final int FEWEST_TO_JUDGE = 5;

    private final List<Dimension> space;
    private final Tpe tpe;
    private final Path file;
    private final List<Trial> trials;

    /** What a trial costs. */
    public interface Objective {
        /**
         * The loss of settings at a stage, such as a fold.
         *
         * @param values one a dimension
         */
        double loss(List<Double> values, int stage);
    }

    private Study(List<Dimension> space, long seed, Path file, List<Trial> trials) {
        this.space = List.copyOf(space);
        this.tpe = new Tpe(space, seed);
        this.file = file;
        this.trials = trials;
    }

    /**
     * Opens a study, with the trials that its file holds.
     *
     * @throws BadFileException if the file is of another space
     */
    public static Study open(List<Dimension> space, long seed, Path file) throws IOException {
        List<Trial> trials = new ArrayList<>();
        String header = header(space);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(header)) {
                throw new BadFileException(file, "line 1: is not '%s'".formatted(header));
            }
            for (int i = 1; i < lines.size(); i++) {
                trials.add(trial(lines.get(i), space.size(), file, i + 1));
            }
        } else {
            Files.writeString(file, header + "\n");
        }
        return new Study(space, seed, file, trials);
    }

    private static String header(List<Dimension> space) {
        return space.stream().map(Dimension::name).collect(Collectors.joining(",")) + ",losses";
    }

    private static Trial trial(String line, int dimensions, Path file, int number) {
        try {
            List<Double> cells = new ArrayList<>();
            for (String cell : line.split(",", -1)) {
                cells.add(Double.valueOf(cell));
            }
            return new Trial(cells.subList(0, dimensions), cells.subList(dimensions, cells.size()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadFileException(file, "line %d: is no trial".formatted(number));
        }
    }

    /**
     * Goes on until so many trials have been made in all.
     *
     * @param stages of a trial that is not stopped
     */
    public void run(int all, int stages, Objective objective) throws IOException {
        while (trials.size() < all) {
            List<Double> values = tpe.suggest(trials);
            List<Double> losses = new ArrayList<>();
            do {
                losses.add(objective.loss(values, losses.size()));
            } while (losses.size() < stages && isPromising(new Trial(values, losses)));
            Trial trial = new Trial(values, losses);
            trials.add(trial);
            keep(trial);
        }
    }

    private boolean isPromising(Trial trial) {
        int stage = trial.losses().size();
        List<Double> others =
                trials.stream()
                        .filter(other -> other.losses().size() >= stage)
                        .map(other -> other.mean(stage))
                        .sorted()
                        .toList();
        return others.size() < FEWEST_TO_JUDGE || trial.loss() <= others.get(others.size() / 2);
    }

    private void keep(Trial trial) throws IOException {
        List<Double> cells = new ArrayList<>(trial.values());
        cells.addAll(trial.losses());
        String line = cells.stream().map(String::valueOf).collect(Collectors.joining(","));
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    /**
     * The settings with the least loss of those that came through all their stages.
     *
     * @throws java.util.NoSuchElementException if there is no trial yet
     */
    public List<Double> best() {
        int most = trials.stream().mapToInt(trial -> trial.losses().size()).max().orElseThrow();
        return trials.stream()
                .filter(trial -> trial.losses().size() == most)
                .min(Comparator.comparingDouble(Trial::loss))
                .orElseThrow()
                .values();
    }

    /** The place of a dimension in the values. */
    public int place(String name) {
        return space.stream().map(Dimension::name).toList().indexOf(name);
    }
}
