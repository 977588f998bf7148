package town.nagar.engine.random;

/**
 * The counter-based generator Philox4x32-10.
 *
 * <p>Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC'11. Each output is
 * a bijection of the 128-bit counter under a 64-bit key, so there is no state to share or to save.
 */
final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Half of the 128-bit output: words 0 and 1, or words 2 and 3, the earlier word in the upper 32
     * bits.
     *
     * @param second whether the second half is wanted
     */
    static long half(boolean second, int c0, int c1, int c2, int c3, int k0, int k1) {
        int word0 = c0;
        int word1 = c1;
        int word2 = c2;
        int word3 = c3;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (word0 & LOW_WORD);
            long product1 = MULTIPLIER_1 * (word2 & LOW_WORD);
            word0 = (int) (product1 >>> 32) ^ word1 ^ (k0 + round * WEYL_0);
            word2 = (int) (product0 >>> 32) ^ word3 ^ (k1 + round * WEYL_1);
            word1 = (int) product1;
            word3 = (int) product0;
        }
        return second ? pair(word2, word3) : pair(word0, word1);
    }

    private static long pair(int upper, int lower) {
        return ((long) upper << 32) | (lower & LOW_WORD);
    }
}
