package town.nagar.simulation;

/** How many agents fit into memory. */
final class Memory {
    private static final int MOST = 9_000_000;
    private static final int LEAST = 1_000;

    /** Java's own, the town's network and matrices. */
    private static final long FIXED_BYTES = 150_000_000;

    /**
     * Of one citizen or vehicle in one thread's pair of towns, with its share of businesses and
     * farms: three times what 400,000 agents were seen to keep.
     */
    private static final long BYTES_AN_AGENT = 100;

    private Memory() {}

    /** Each thread runs a town of its own. */
    static int mostAgents(Machine machine, int threads) {
        long free = Math.max(0, machine.memoryBytes() - FIXED_BYTES);
        return Math.clamp(free / (threads * BYTES_AN_AGENT), LEAST, MOST);
    }
}
