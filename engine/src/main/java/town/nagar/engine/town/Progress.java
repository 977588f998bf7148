package town.nagar.engine.town;

/** Who is told how far a study is; called from the threads that run it. */
@FunctionalInterface
public interface Progress {
    /** Nobody; the study goes on to its end. */
    Progress NONE = (_, _) -> true;

    /**
     * A pair of runs has ended.
     *
     * @param pairs done so far
     * @param mostPairs that may be done
     * @return whether to go on; {@code false} ends the study by a {@link
     *     java.util.concurrent.CancellationException}
     */
    boolean pairEnded(int pairs, int mostPairs);
}
