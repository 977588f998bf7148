package town.nagar.forecast.training.apart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import town.nagar.forecast.training.ModelMaker;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Training;

/**
 * Makes each model in a process of its own, which steps back behind others where the system knows
 * {@code nice}, and which ends when this process does.
 */
public final class TrainingProcess implements ModelMaker {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final int threads;
    private final int memoryMegabytes;
    private final Path scratch;

    /**
     * A maker.
     *
     * @param threads fits that run side by side
     * @param memoryMegabytes that a training may hold
     * @param scratch a folder for what goes to and fro; made if it is not there
     */
    public TrainingProcess(int threads, int memoryMegabytes, Path scratch) {
        this.threads = threads;
        this.memoryMegabytes = memoryMegabytes;
        this.scratch = scratch;
    }

    @Override
    public Trained train(Training training) throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        Path folder = Files.createTempDirectory(scratch, "training-");
        try {
            Handover.write(training, folder);
            run(folder);
            return Handover.readTrained(folder);
        } finally {
            delete(folder);
        }
    }

    private void run(Path folder) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(folder))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log.txt").toFile())
                        .start();
        try {
            int status = process.waitFor();
            if (status != TrainingMain.DONE) {
                Handover.requireUsable(folder);
                throw new IOException("training ended with status %d".formatted(status));
            }
        } finally {
            process.destroyForcibly().onExit().join(); // it may still write into the folder
        }
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.add(NICE.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xmx%dm".formatted(memoryMegabytes));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.io.tmpdir=" + folder); // native libraries are unpacked there
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(TrainingMain.class.getName());
        command.add(folder.toString());
        command.add(Integer.toString(threads));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
