package town.nagar.supervisor.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The first class of every Java child: runs the real main class and ends the child when its
 * supervisor has gone.
 *
 * <p>The supervisor holds the other end of the child's standard input and writes nothing; when the
 * supervisor dies, however it dies, the operating system closes that end. This needs no help of the
 * system's other than pipes, and so works everywhere.
 */
public final class Guard {
    private static final int ENDED_BY_TERM = 143;
    private static final long GRACE_MILLISECONDS = 10_000;

    private Guard() {}

    /**
     * Runs another main class under guard.
     *
     * @param args the main class's name, then its own arguments
     * @throws Throwable what that main class throws
     */
    public static void main(String[] args) throws Throwable {
        daemon("guard", Guard::endWithTheSupervisor);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        MethodHandles.publicLookup()
                .findStatic(
                        Class.forName(args[0]),
                        "main",
                        MethodType.methodType(void.class, String[].class))
                .invokeExact(rest);
    }

    private static void endWithTheSupervisor() {
        awaitEndOfInput();
        daemon("guard-grace", Guard::haltAfterGrace);
        System.exit(ENDED_BY_TERM);
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("guard: standard input is broken, so the supervisor is gone: " + e);
        }
    }

    /** A shutdown hook may hang, the child must not. */
    private static void haltAfterGrace() {
        try {
            Thread.currentThread().join(GRACE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ENDED_BY_TERM);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
