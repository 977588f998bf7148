package town.nagar.forecast.training.apart;

import java.io.IOException;
import java.nio.file.Path;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Trainer;
import town.nagar.forecast.training.Training;

/** Makes the model of a folder's training and puts it beside it. */
public final class TrainingMain {
    /** The status of a training that went well. */
    static final int DONE = 0;

    private static final int UNUSABLE = 2;
    private static final int ORPHANED = 3;

    private TrainingMain() {}

    /**
     * Trains.
     *
     * @param args the folder and how many fits run side by side
     * @throws IOException if the folder can't be read or written
     */
    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().name("parent").start(TrainingMain::endWithParent);
        Path folder = Path.of(args[0]);
        Training training = Handover.readTraining(folder);
        try (Trained trained = new Trainer(Integer.parseInt(args[1]), _ -> {}).train(training)) {
            Handover.write(trained, folder);
        } catch (IllegalArgumentException e) {
            Handover.writeUnusable(String.valueOf(e.getMessage()), folder);
            Runtime.getRuntime().exit(UNUSABLE);
        }
    }

    /** The parent holds the other end of the standard input, and lets go of it by its end alone. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
