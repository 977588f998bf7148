package town.nagar.forecast.rollout;

/** What decides, for one question, whether a version in canary answers it. */
@FunctionalInterface
public interface SplitKey {
    /**
     * The key of a question: the same key is always answered by the same version.
     *
     * @param caller the name of who asks; empty for anyone
     * @param place the id of the place asked for
     */
    String of(String caller, String place);
}
