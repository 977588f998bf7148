package town.nagar.forecast.onnx;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A thread with a stack of {@value #STACK_BYTES} bytes. Starting ONNX Runtime can need more than
 * the usual one, and a stack that overflows in native code ends the process.
 */
final class RoomyThread {
    private static final long STACK_BYTES = 16L << 20;

    private RoomyThread() {}

    /** Work that may fail. */
    interface Work<T> {
        T call() throws IOException;
    }

    /** What the work gives, done in a thread of its own; waits for it. */
    static <T> T call(String name, Work<T> work) throws IOException {
        var answer = new CompletableFuture<T>();
        Runnable told =
                () -> {
                    try {
                        answer.complete(work.call());
                    } catch (IOException | RuntimeException | Error e) {
                        answer.completeExceptionally(e);
                    }
                };
        Thread.ofPlatform().daemon().name(name).stackSize(STACK_BYTES).start(told);
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
