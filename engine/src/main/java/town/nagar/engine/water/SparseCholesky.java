package town.nagar.engine.water;

import java.util.Arrays;

/**
 * Solves A x = b for a symmetric positive definite sparse A, again and again with other numbers.
 *
 * <p>A = L D L' with columns of L packed behind one another in order of elimination. Which entry
 * changes which is worked out once: {@link #target} lists them in the order the elimination meets
 * them, so that solving is one pass without search. Fill {@link #diagonal}, {@link #below} and
 * {@link #rhs} after {@link #clear()}, then {@link #solve()} leaves x in {@link #rhs}. One slot
 * past the end of each takes what is to be ignored.
 */
final class SparseCholesky {
    private final int n;
    private final int[] start;
    private final int[] row;
    private final int[] target;
    private final int[] placeOf;
    private final int[] unknownAt;

    /** Of A before, reciprocal of D after solving; by place. */
    final double[] diagonal;

    /** Entries of A below the diagonal before, of L after solving; by slot. */
    final double[] below;

    /** b before, x after solving; by place. */
    final double[] rhs;

    /** Analyses a matrix of n unknowns with an entry between first[i] and second[i]. */
    SparseCholesky(int n, int[] first, int[] second) {
        this.n = n;
        MinimumDegree order = new MinimumDegree(n, first, second);
        placeOf = order.placeOf;
        unknownAt = order.unknownAt;
        start = new int[n + 1];
        for (int place = 0; place < n; place++) {
            start[place + 1] = start[place] + order.column[place].length;
        }
        row = new int[start[n]];
        for (int place = 0; place < n; place++) {
            System.arraycopy(order.column[place], 0, row, start[place], order.column[place].length);
        }
        target = targets();
        diagonal = new double[n + 1];
        below = new double[row.length + 1];
        rhs = new double[n + 1];
    }

    private int[] targets() {
        long count = 0;
        for (int k = 0; k < n; k++) {
            long entries = (long) start[k + 1] - start[k];
            count += entries * (entries - 1) / 2;
        }
        int[] targets = new int[Math.toIntExact(count)];
        int next = 0;
        for (int k = 0; k < n; k++) {
            for (int p = start[k]; p < start[k + 1]; p++) {
                for (int q = p + 1; q < start[k + 1]; q++) {
                    targets[next++] = slotAt(row[q], row[p]);
                }
            }
        }
        return targets;
    }

    private int slotAt(int rowPlace, int columnPlace) {
        return Arrays.binarySearch(row, start[columnPlace], start[columnPlace + 1], rowPlace);
    }

    /** Place of an unknown in {@link #diagonal} and {@link #rhs}. */
    int placeOf(int unknown) {
        return placeOf[unknown];
    }

    /** Unknown at a place. */
    int unknownAt(int place) {
        return unknownAt[place];
    }

    /** Slot in {@link #below} of the entry between two unknowns. */
    int slotOf(int a, int b) {
        int one = placeOf[a];
        int other = placeOf[b];
        return slotAt(Math.max(one, other), Math.min(one, other));
    }

    /** A place that is ignored. */
    int noPlace() {
        return n;
    }

    /** A slot that is ignored. */
    int noSlot() {
        return row.length;
    }

    /** Entries of L below its diagonal. */
    int entries() {
        return row.length;
    }

    void clear() {
        Arrays.fill(diagonal, 0);
        Arrays.fill(below, 0);
        Arrays.fill(rhs, 0);
    }

    /**
     * Factorises A and solves for b in one pass down and one up.
     *
     * @return the unknown at which A proved not to be positive definite, or -1
     */
    int solve() {
        int next = 0;
        for (int k = 0; k < n; k++) {
            double pivot = diagonal[k];
            if (!(pivot > 0)) {
                return unknownAt[k];
            }
            double reciprocal = 1 / pivot;
            diagonal[k] = reciprocal;
            next = eliminate(k, reciprocal, next);
        }
        for (int k = n - 1; k >= 0; k--) {
            double x = rhs[k] * diagonal[k];
            for (int p = start[k]; p < start[k + 1]; p++) {
                x -= below[p] * rhs[row[p]];
            }
            rhs[k] = x;
        }
        return -1;
    }

    private int eliminate(int k, double reciprocal, int firstTarget) {
        int next = firstTarget;
        int end = start[k + 1];
        double b = rhs[k];
        for (int p = start[k]; p < end; p++) {
            double entry = below[p];
            double factor = entry * reciprocal;
            int r = row[p];
            diagonal[r] -= factor * entry;
            rhs[r] -= factor * b;
            for (int q = p + 1; q < end; q++) {
                below[target[next++]] -= factor * below[q];
            }
            below[p] = factor;
        }
        return next;
    }
}
