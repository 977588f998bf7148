package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.sample.chance.Chance;

/** A river or railway through the town, from block to block; it crosses the edge between them. */
final class BarrierPath {
    private static final double BEND_ABOVE = 0.7;

    private final StreetLattice lattice;
    private final List<Integer> cells;

    private BarrierPath(StreetLattice lattice, List<Integer> cells) {
        this.lattice = lattice;
        this.cells = List.copyOf(cells);
    }

    /** From north to south, some way beside the middle, meandering. */
    static BarrierPath river(StreetLattice lattice, Chance chance) {
        int side = lattice.side();
        int column = (int) (side * (chance.happens("river side", 0, 0, 0.5) ? 0.3 : 0.68));
        List<Integer> cells = new ArrayList<>();
        for (int row = side - 1; row >= 0; row--) {
            cells.add(lattice.cellAt(column, row));
            int next = Math.clamp(column + bend(row, chance), 0, side - 1);
            if (next != column) {
                cells.add(lattice.cellAt(next, row));
            }
            column = next;
        }
        return new BarrierPath(lattice, cells);
    }

    private static int bend(int row, Chance chance) {
        double curve = chance.curve("meander", 0, row / 4.0);
        return Math.abs(curve) < BEND_ABOVE ? 0 : (int) Math.signum(curve);
    }

    /** From west to east, some way beside the middle, nearly straight. */
    static BarrierPath railway(StreetLattice lattice, Chance chance) {
        int side = lattice.side();
        int row = (int) (side * (chance.happens("railway side", 0, 0, 0.5) ? 0.28 : 0.7));
        List<Integer> cells = new ArrayList<>();
        for (int column = 0; column < side; column++) {
            cells.add(lattice.cellAt(column, row));
        }
        return new BarrierPath(lattice, cells);
    }

    /** The edges it crosses. */
    Set<Integer> crossedEdges() {
        Set<Integer> edges = new TreeSet<>();
        for (int step = 1; step < cells.size(); step++) {
            edges.add(lattice.edgeBetween(cells.get(step - 1), cells.get(step)));
        }
        return edges;
    }

    /** The blocks it passes, in order. */
    List<Integer> cells() {
        return cells;
    }
}
