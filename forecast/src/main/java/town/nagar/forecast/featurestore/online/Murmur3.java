package town.nagar.forecast.featurestore.online;

/** MurmurHash3, 32 bits of x86 with seed 0: Appleby, MurmurHash3.cpp, public domain. */
final class Murmur3 {
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;
    private static final int BYTE = 0xff;

    private Murmur3() {}

    static int hash(byte[] bytes) {
        int hash = 0;
        int whole = bytes.length / 4 * 4;
        for (int i = 0; i < whole; i += 4) {
            hash ^= mixed(word(bytes, i, 4));
            hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
        }
        if (whole < bytes.length) {
            hash ^= mixed(word(bytes, whole, bytes.length - whole));
        }
        return finished(hash ^ bytes.length);
    }

    /** Bytes as a little-endian number. */
    private static int word(byte[] bytes, int from, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[from + i] & BYTE) << (8 * i);
        }
        return word;
    }

    private static int mixed(int word) {
        return Integer.rotateLeft(word * C1, 15) * C2;
    }

    private static int finished(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
