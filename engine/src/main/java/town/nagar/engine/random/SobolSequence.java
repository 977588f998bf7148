package town.nagar.engine.random;

/**
 * Points that fill the unit cube more evenly than chance: a Sobol sequence, plain or scrambled.
 *
 * <p>Points come in Gray code order and each is a function of its number alone, so any thread may
 * take any of them. The scrambling multiplies each direction matrix by a random lower triangular
 * one and shifts the digits (Matoušek 1998): every run of 2^k points keeps its balance, and each
 * single point is uniform over the seeds. Coordinates have 52 bits and lie strictly between 0 and 1
 * (a plain one may be 0).
 */
public final class SobolSequence {
    /** Dimensions for which direction numbers are held. */
    public static final int MAX_DIMENSIONS = JoeKuo.DIMENSIONS;

    /** Points before the sequence repeats itself. */
    public static final long POINTS = 1L << JoeKuo.COLUMNS;

    private static final int BITS = 52;
    private static final Purpose TRIANGLE = new Purpose(0, "row of a scrambling matrix");
    private static final Purpose SHIFT = new Purpose(1, "digital shift");

    private final int dimensions;
    private final long[] column;
    private final long[] shift;
    private final double offset;

    private SobolSequence(int dimensions, long[] column, long[] shift, double offset) {
        this.dimensions = dimensions;
        this.column = column;
        this.shift = shift;
        this.offset = offset;
    }

    /**
     * The sequence as published; its point 0 is the origin.
     *
     * @param dimensions 1 to {@link #MAX_DIMENSIONS}
     * @throws IllegalArgumentException if the dimensions are out of that range
     */
    public static SobolSequence plain(int dimensions) {
        return new SobolSequence(dimensions, columns(dimensions), new long[dimensions], 0);
    }

    /**
     * The sequence scrambled by a seed.
     *
     * @param dimensions 1 to {@link #MAX_DIMENSIONS}
     * @throws IllegalArgumentException if the dimensions are out of that range
     */
    public static SobolSequence scrambled(int dimensions, long seed) {
        long[] column = columns(dimensions);
        var shift = new long[dimensions];
        var chance = Chance.of(seed, 0);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            multiply(lowerTriangle(chance, dimension), column, dimension * JoeKuo.COLUMNS);
            shift[dimension] = chance.bits(dimension, 0, SHIFT) >>> (Long.SIZE - BITS);
        }
        return new SobolSequence(dimensions, column, shift, 0.5);
    }

    /** Coordinates a point has. */
    public int dimensions() {
        return dimensions;
    }

    /**
     * One coordinate of one point.
     *
     * @param point 0 to {@link #POINTS} - 1
     * @param dimension 0 to {@link #dimensions()} - 1
     * @throws IllegalArgumentException if the point is out of that range
     * @throws IndexOutOfBoundsException if the dimension is out of that range
     */
    public double coordinate(long point, int dimension) {
        if (point < 0 || point >= POINTS) {
            throw new IllegalArgumentException(
                    "point %d; allowed are 0 to %d".formatted(point, POINTS - 1));
        }
        long digits = shift[dimension];
        int at = dimension * JoeKuo.COLUMNS;
        for (long gray = point ^ (point >>> 1); gray != 0; gray &= gray - 1) {
            digits ^= column[at + Long.numberOfTrailingZeros(gray)];
        }
        return (digits + offset) * 0x1p-52;
    }

    /**
     * Writes all coordinates of one point.
     *
     * @param point 0 to {@link #POINTS} - 1
     * @param out one slot a dimension
     * @throws IllegalArgumentException if the point or the number of slots is wrong
     */
    public void point(long point, double[] out) {
        if (out.length != dimensions) {
            throw new IllegalArgumentException(
                    "%d slots for %d dimensions".formatted(out.length, dimensions));
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            out[dimension] = coordinate(point, dimension);
        }
    }

    private static long[] columns(int dimensions) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "%d dimensions; allowed are 1 to %d".formatted(dimensions, MAX_DIMENSIONS));
        }
        var columns = new long[dimensions * JoeKuo.COLUMNS];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int[] published = JoeKuo.columns(dimension);
            for (int index = 0; index < JoeKuo.COLUMNS; index++) {
                columns[dimension * JoeKuo.COLUMNS + index] =
                        Integer.toUnsignedLong(published[index]) << (BITS - JoeKuo.COLUMNS);
            }
        }
        return columns;
    }

    /**
     * Row i of a random binary matrix with ones on the diagonal and zeros above, top digit first.
     */
    private static long[] lowerTriangle(Chance chance, int dimension) {
        var rows = new long[BITS];
        for (int row = 0; row < BITS; row++) {
            long diagonal = 1L << (BITS - 1 - row);
            long left = -(diagonal << 1) & ((1L << BITS) - 1);
            rows[row] = (chance.bits(dimension, row, TRIANGLE) & left) | diagonal;
        }
        return rows;
    }

    private static void multiply(long[] rows, long[] columns, int from) {
        for (int index = from; index < from + JoeKuo.COLUMNS; index++) {
            long product = 0;
            for (int row = 0; row < BITS; row++) {
                long parity = Long.bitCount(rows[row] & columns[index]) & 1;
                product |= parity << (BITS - 1 - row);
            }
            columns[index] = product;
        }
    }
}
