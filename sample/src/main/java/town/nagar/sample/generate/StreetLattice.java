package town.nagar.sample.generate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import town.nagar.sample.chance.Chance;

/**
 * A bent grid of blocks under the invented town: blocks are cells, crossings nodes, streets edges.
 *
 * <p>Cells and nodes count row by row from the south-west. Edges count first those that run east,
 * then those that run north. Blocks outside the town's outline are no part of the town.
 */
final class StreetLattice {
    static final int NONE = -1;

    private static final double BLOCK_M = 163;
    private static final double BLOCKS_OF_50_000 = 24.5;
    private static final int HARMONICS = 4;

    private final int side;
    private final boolean[] town;
    private final double[] eastM;
    private final double[] northM;

    StreetLattice(int population, Chance chance) {
        side = Math.max(5, (int) Math.round(BLOCKS_OF_50_000 * Math.sqrt(population / 50_000.0)));
        town = new boolean[side * side];
        eastM = new double[(side + 1) * (side + 1)];
        northM = new double[eastM.length];
        drawOutline(chance);
        fillPinches();
        keepMiddlePart();
        bend(chance);
    }

    private void drawOutline(Chance chance) {
        for (int cell = 0; cell < town.length; cell++) {
            double east = cell % side + 0.5 - side / 2.0;
            double north = Math.floorDiv(cell, side) + 0.5 - side / 2.0;
            double angle = StrictMath.atan2(north, east);
            double radius = StrictMath.hypot(east, north);
            town[cell] = radius < side / 2.0 * roundness(angle, chance);
        }
    }

    private static double roundness(double angle, Chance chance) {
        double share = 0.98;
        for (int wave = 2; wave < 2 + HARMONICS; wave++) {
            double phase = chance.between("outline", wave, 0, 0, 2 * StrictMath.PI);
            share += 0.035 * StrictMath.sin(wave * angle + phase);
        }
        return share;
    }

    /** Fills blocks until no two blocks of the town meet at a corner only. */
    private void fillPinches() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int node = 0; node < eastM.length; node++) {
                changed |= fillPinch(cellsAround(node));
            }
        }
    }

    private boolean fillPinch(int[] around) {
        boolean pinched =
                isTown(around[0]) == isTown(around[2])
                        && isTown(around[1]) == isTown(around[3])
                        && isTown(around[0]) != isTown(around[1]);
        for (int cell : around) {
            if (pinched && cell != NONE) {
                town[cell] = true;
            }
        }
        return pinched;
    }

    private void keepMiddlePart() {
        boolean[] reached = new boolean[town.length];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(cellAt(side / 2, side / 2));
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (!reached[cell]) {
                reached[cell] = true;
                for (int next : neighbours(cell)) {
                    if (isTown(next)) {
                        open.add(next);
                    }
                }
            }
        }
        System.arraycopy(reached, 0, town, 0, town.length);
    }

    /** Bends the grid gently, shakes each crossing a little and turns the whole. */
    private void bend(Chance chance) {
        double turn = chance.between("turn", 0, 0, -0.25, 0.25);
        double phase = chance.between("bend", 0, 0, 0, 2 * StrictMath.PI);
        for (int node = 0; node < eastM.length; node++) {
            double column = node % (side + 1) - side / 2.0;
            double row = Math.floorDiv(node, side + 1) - side / 2.0;
            double east =
                    column + 0.6 * StrictMath.sin(row / 3.1 + phase) + shake("east", node, chance);
            double north =
                    row + 0.6 * StrictMath.sin(column / 3.7 - phase) + shake("north", node, chance);
            eastM[node] = BLOCK_M * (east * StrictMath.cos(turn) - north * StrictMath.sin(turn));
            northM[node] = BLOCK_M * (east * StrictMath.sin(turn) + north * StrictMath.cos(turn));
        }
    }

    private static double shake(String way, int node, Chance chance) {
        return chance.between(way, node, 0, -0.15, 0.15);
    }

    /** Blocks along each side of the grid. */
    int side() {
        return side;
    }

    int cells() {
        return town.length;
    }

    int nodes() {
        return eastM.length;
    }

    int edges() {
        return 2 * side * (side + 1);
    }

    boolean isTown(int cell) {
        return cell != NONE && town[cell];
    }

    int townCells() {
        int count = 0;
        for (boolean inside : town) {
            count += inside ? 1 : 0;
        }
        return count;
    }

    double eastM(int node) {
        return eastM[node];
    }

    double northM(int node) {
        return northM[node];
    }

    double middleEastM(int cell) {
        return Arrays.stream(corners(cell)).mapToDouble(this::eastM).sum() / 4;
    }

    double middleNorthM(int cell) {
        return Arrays.stream(corners(cell)).mapToDouble(this::northM).sum() / 4;
    }

    /** The cell, or NONE if it is off the grid. */
    int cellAt(int column, int row) {
        return column < 0 || row < 0 || column >= side || row >= side ? NONE : row * side + column;
    }

    int nodeAt(int column, int row) {
        return row * (side + 1) + column;
    }

    /** The four cells beside a cell: east, north, west, south; NONE off the grid. */
    int[] neighbours(int cell) {
        int column = cell % side;
        int row = cell / side;
        return new int[] {
            cellAt(column + 1, row),
            cellAt(column, row + 1),
            cellAt(column - 1, row),
            cellAt(column, row - 1)
        };
    }

    /** The four nodes round a cell, against the clock from the south-west. */
    int[] corners(int cell) {
        int column = cell % side;
        int row = cell / side;
        return new int[] {
            nodeAt(column, row),
            nodeAt(column + 1, row),
            nodeAt(column + 1, row + 1),
            nodeAt(column, row + 1)
        };
    }

    /** The four cells round a node, against the clock from the south-west; NONE off the grid. */
    int[] cellsAround(int node) {
        int column = node % (side + 1);
        int row = node / (side + 1);
        return new int[] {
            cellAt(column - 1, row - 1),
            cellAt(column, row - 1),
            cellAt(column, row),
            cellAt(column - 1, row)
        };
    }

    boolean runsEast(int edge) {
        return edge < edges() / 2;
    }

    /** The grid line an edge lies on: its row if it runs east, its column if it runs north. */
    int lineOf(int edge) {
        return runsEast(edge) ? edge / side : (edge - edges() / 2) % (side + 1);
    }

    /** The south-western end. */
    int fromNode(int edge) {
        return runsEast(edge) ? nodeAt(edge % side, edge / side) : edge - edges() / 2;
    }

    /** The north-eastern end. */
    int toNode(int edge) {
        return runsEast(edge) ? fromNode(edge) + 1 : fromNode(edge) + side + 1;
    }

    /** The cell to the left when driven from its first to its second end. */
    int leftCell(int edge) {
        int from = fromNode(edge);
        return cellsAround(from)[runsEast(edge) ? 2 : 3];
    }

    /** The cell to the right when driven from its first to its second end. */
    int rightCell(int edge) {
        int from = fromNode(edge);
        return cellsAround(from)[runsEast(edge) ? 1 : 2];
    }

    boolean isStreet(int edge) {
        return isTown(leftCell(edge)) || isTown(rightCell(edge));
    }

    /** The edge between two cells beside each other. */
    int edgeBetween(int cell, int other) {
        int low = Math.min(cell, other);
        int high = Math.max(cell, other);
        return high == low + 1
                ? edges() / 2 + nodeAt(high % side, high / side)
                : high / side * side + high % side;
    }
}
