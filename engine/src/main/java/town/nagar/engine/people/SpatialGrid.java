package town.nagar.engine.people;

import java.util.Arrays;

/**
 * Points of the plane in square cells as wide as the radius, so that a query looks at nine cells.
 */
public final class SpatialGrid {
    private static final int LARGEST_SIDE = 4096;

    private final double[] x;
    private final double[] y;
    private final double radius;
    private final double cell;
    private final double left;
    private final double bottom;
    private final int columns;
    private final int rows;
    private final int[] first;
    private final int[] member;

    private SpatialGrid(double[] x, double[] y, double radius) {
        this.x = x.clone();
        this.y = y.clone();
        this.radius = radius;
        this.left = Arrays.stream(x).min().orElse(0);
        this.bottom = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - left;
        double height = Arrays.stream(y).max().orElse(0) - bottom;
        this.cell = Math.max(radius, Math.max(width, height) / LARGEST_SIDE);
        this.columns = (int) (width / cell) + 1;
        this.rows = (int) (height / cell) + 1;
        this.first = new int[columns * rows + 1];
        this.member = new int[x.length];
        sortIntoCells();
    }

    /**
     * A grid over points.
     *
     * @param x metres, one a point
     * @param y metres, one a point
     * @param radiusMetres of the queries, above 0
     * @throws IllegalArgumentException if lengths differ, a coordinate is not finite or the radius
     *     not positive
     */
    public static SpatialGrid of(double[] x, double[] y, double radiusMetres) {
        if (x.length != y.length || !(radiusMetres > 0 && Double.isFinite(radiusMetres))) {
            throw new IllegalArgumentException(
                    "%d x, %d y, radius %s; allowed are as many of both and a positive radius"
                            .formatted(x.length, y.length, radiusMetres));
        }
        for (int point = 0; point < x.length; point++) {
            if (!Double.isFinite(x[point]) || !Double.isFinite(y[point])) {
                throw new IllegalArgumentException(
                        "point %d lies at %s, %s; allowed are finite numbers"
                                .formatted(point, x[point], y[point]));
            }
        }
        return new SpatialGrid(x, y, radiusMetres);
    }

    private void sortIntoCells() {
        for (int point = 0; point < x.length; point++) {
            first[cellOf(point) + 1]++;
        }
        for (int index = 1; index < first.length; index++) {
            first[index] += first[index - 1];
        }
        int[] next = first.clone();
        for (int point = 0; point < x.length; point++) {
            member[next[cellOf(point)]++] = point;
        }
    }

    private int cellOf(int point) {
        return row(y[point]) * columns + column(x[point]);
    }

    private int column(double at) {
        return (int) ((at - left) / cell);
    }

    private int row(double at) {
        return (int) ((at - bottom) / cell);
    }

    /**
     * Writes the other points within the radius of one, cell by cell and by index within a cell.
     *
     * @param out filled from slot 0 as far as it reaches
     * @return how many there are, which may be more than were written
     */
    public int neighbours(int point, int[] out) {
        int found = 0;
        int lastRow = Math.min(rows - 1, row(y[point]) + 1);
        int lastColumn = Math.min(columns - 1, column(x[point]) + 1);
        for (int row = Math.max(0, row(y[point]) - 1); row <= lastRow; row++) {
            int from = row * columns + Math.max(0, column(x[point]) - 1);
            int until = row * columns + lastColumn + 1;
            for (int slot = first[from]; slot < first[until]; slot++) {
                int other = member[slot];
                if (other != point && isNear(point, other)) {
                    if (found < out.length) {
                        out[found] = other;
                    }
                    found++;
                }
            }
        }
        return found;
    }

    private boolean isNear(int point, int other) {
        double dx = x[other] - x[point];
        double dy = y[other] - y[point];
        return dx * dx + dy * dy <= radius * radius;
    }
}
