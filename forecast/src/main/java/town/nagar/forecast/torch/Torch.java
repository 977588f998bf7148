package town.nagar.forecast.torch;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * PyTorch on the processor, by DJL, offline.
 *
 * <p>Its random numbers and its gradients belong to the whole process, so work is done one piece at
 * a time, and the same seed gives the same net. It takes all processors if the environment has
 * {@code OMP_WAIT_POLICY=PASSIVE}, else one: its threads would wait by spinning, which slows a busy
 * machine down. The system property {@code ai.djl.pytorch.num_threads} overrides both.
 */
public final class Torch {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Torch() {}

    /**
     * What {@code work} makes with PyTorch.
     *
     * @param seed of PyTorch's own chance, for first weights and dropout
     * @param work its manager is closed after it; nothing native may leave it
     * @throws IllegalStateException if PyTorch's native library is missing
     */
    public static <T> T with(long seed, Function<NDManager, T> work) {
        ONE_AT_A_TIME.lock();
        try {
            Engine engine = engine();
            engine.setRandomSeed(Long.hashCode(seed));
            try (NDManager manager = engine.newBaseManager(Device.cpu())) {
                return work.apply(manager);
            }
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** An empty model to close after use. */
    public static Model model(String name) {
        return engine().newModel(name, Device.cpu());
    }

    /** Whether PyTorch can be started here. */
    public static boolean isHere() {
        try {
            engine();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Engine engine() {
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("ai.djl.pytorch.num_threads", Integer.toString(threads()));
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return Engine.getEngine("PyTorch");
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException(
                    "PyTorch cannot be started on %s %s: training a net needs the native library"
                                    .formatted(
                                            System.getProperty("os.name"),
                                            System.getProperty("os.arch"))
                            + " ai.djl.pytorch:pytorch-native-cpu:2.7.1 of this platform on the"
                            + " class path; trained nets are served without it",
                    e);
        }
    }

    private static int threads() {
        boolean waitsAsleep = "PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"));
        return waitsAsleep ? Runtime.getRuntime().availableProcessors() : 1;
    }

    private static void setUnlessSet(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
