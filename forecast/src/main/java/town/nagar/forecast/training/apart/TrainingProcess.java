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
 * Makes each model in a process of its own, which stands back behind others where the system has
 * the means, and which ends when this process does.
 */
public final class TrainingProcess implements ModelMaker {
    private static final List<Path> MEANS =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/sh"), Path.of("/usr/bin/nice"));

    /**
     * Linux shares the processor among sessions before it looks at what is nice within one: so the
     * training has a session of its own, which is as nice as its process.
     */
    private static final String STAND_BACK =
            "{ echo 10 > /proc/self/autogroup; } 2> /dev/null; exec /usr/bin/nice -n 10 \"$0\" \"$@\"";

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
        if (MEANS.stream().allMatch(Files::isExecutable)) {
            command.addAll(List.of("/usr/bin/setsid", "/bin/sh", "-c", STAND_BACK));
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
