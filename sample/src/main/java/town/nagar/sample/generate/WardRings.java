package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outline of a ward's blocks. */
final class WardRings {
    private WardRings() {}

    /**
     * The ring of nodes round the ward, with the ward to its left.
     *
     * @return empty if the ward is in pieces, has a hole or meets itself at a corner
     */
    static Optional<int[]> find(StreetLattice lattice, int[] wardOfCell, int ward) {
        Map<Integer, Integer> next = new TreeMap<>();
        boolean simple = true;
        for (int cell = 0; cell < lattice.cells(); cell++) {
            if (wardOfCell[cell] == ward) {
                simple &= addSides(lattice, wardOfCell, cell, next);
            }
        }
        int[] ring = walk(next);
        return simple && ring.length == next.size() ? Optional.of(ring) : Optional.empty();
    }

    /** Adds the sides of a block that are no other's of its ward; false if they meet others. */
    private static boolean addSides(
            StreetLattice lattice, int[] wardOfCell, int cell, Map<Integer, Integer> next) {
        int[] corners = lattice.corners(cell);
        int[] neighbours = lattice.neighbours(cell);
        boolean simple = true;
        for (int side = 0; side < 4; side++) {
            int neighbour = neighbours[side];
            if (neighbour == StreetLattice.NONE || wardOfCell[neighbour] != wardOfCell[cell]) {
                int from = corners[(side + 1) % 4];
                simple &= next.put(from, corners[(side + 2) % 4]) == null;
            }
        }
        return simple;
    }

    private static int[] walk(Map<Integer, Integer> next) {
        List<Integer> ring = new ArrayList<>();
        int start = next.keySet().iterator().next();
        int node = start;
        do {
            ring.add(node);
            node = next.getOrDefault(node, start);
        } while (node != start && ring.size() <= next.size());
        return ring.stream().mapToInt(Integer::intValue).toArray();
    }
}
