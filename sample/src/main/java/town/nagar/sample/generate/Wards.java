package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import town.nagar.sample.chance.Chance;

/** Which ward each block belongs to: wards are connected, without holes or mere corners. */
final class Wards {
    private static final int ROUNDS_OF_CENTRING = 8;
    private static final int ATTEMPTS = 50;

    private record Claim(int cell, int ward, double distanceM) {}

    private final StreetLattice lattice;
    private final int[] wardOfCell;
    private final List<int[]> rings;

    private Wards(StreetLattice lattice, int[] wardOfCell, List<int[]> rings) {
        this.lattice = lattice;
        this.wardOfCell = wardOfCell;
        this.rings = rings;
    }

    /**
     * Divides the town's blocks among wards of like size.
     *
     * @param count wards wanted; fewer than the town has blocks
     */
    static Wards divide(StreetLattice lattice, int count, Chance chance) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int[] wardOfCell = grow(lattice, centres(lattice, count, chance, attempt));
            smooth(lattice, wardOfCell);
            List<int[]> rings = new ArrayList<>();
            for (int ward = 0; ward < count; ward++) {
                WardRings.find(lattice, wardOfCell, ward).ifPresent(rings::add);
            }
            if (rings.size() == count) {
                return new Wards(lattice, wardOfCell, rings);
            }
        }
        throw new IllegalStateException(
                "no division into %d wards in %d attempts".formatted(count, ATTEMPTS));
    }

    /** Centres far from each other, then moved to the middle of what is nearest to them. */
    private static double[][] centres(
            StreetLattice lattice, int count, Chance chance, int attempt) {
        double[][] centres = new double[count][];
        int[] cells = townCells(lattice);
        for (int ward = 0; ward < count; ward++) {
            centres[ward] =
                    middle(lattice, cells[chance.below("ward", ward, attempt, cells.length)]);
        }
        for (int round = 0; round < ROUNDS_OF_CENTRING; round++) {
            centre(lattice, cells, centres);
        }
        return centres;
    }

    private static void centre(StreetLattice lattice, int[] cells, double[][] centres) {
        double[][] sums = new double[centres.length][3];
        for (int cell : cells) {
            double[] at = middle(lattice, cell);
            double[] sum = sums[nearest(centres, at)];
            sum[0] += at[0];
            sum[1] += at[1];
            sum[2]++;
        }
        for (int ward = 0; ward < centres.length; ward++) {
            if (sums[ward][2] > 0) {
                centres[ward] =
                        new double[] {sums[ward][0] / sums[ward][2], sums[ward][1] / sums[ward][2]};
            }
        }
    }

    private static int nearest(double[][] centres, double[] at) {
        int best = 0;
        for (int ward = 1; ward < centres.length; ward++) {
            if (distance(centres[ward], at) < distance(centres[best], at)) {
                best = ward;
            }
        }
        return best;
    }

    private static int[] grow(StreetLattice lattice, double[][] centres) {
        int[] wardOfCell = new int[lattice.cells()];
        Arrays.fill(wardOfCell, StreetLattice.NONE);
        PriorityQueue<Claim> claims =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Claim::distanceM)
                                .thenComparingInt(Claim::cell)
                                .thenComparingInt(Claim::ward));
        for (int ward = 0; ward < centres.length; ward++) {
            claims.add(new Claim(nearestCell(lattice, centres[ward]), ward, 0));
        }
        while (!claims.isEmpty()) {
            Claim claim = claims.remove();
            if (wardOfCell[claim.cell()] == StreetLattice.NONE) {
                wardOfCell[claim.cell()] = claim.ward();
                addClaims(lattice, centres, claim, claims);
            }
        }
        return wardOfCell;
    }

    private static void addClaims(
            StreetLattice lattice, double[][] centres, Claim claim, PriorityQueue<Claim> claims) {
        for (int next : lattice.neighbours(claim.cell())) {
            if (lattice.isTown(next)) {
                double distanceM = distance(centres[claim.ward()], middle(lattice, next));
                claims.add(new Claim(next, claim.ward(), distanceM));
            }
        }
    }

    /** Gives blocks away until no ward meets itself at a corner only. */
    private static void smooth(StreetLattice lattice, int[] wardOfCell) {
        for (int round = 0; round < ATTEMPTS; round++) {
            boolean changed = false;
            for (int node = 0; node < lattice.nodes(); node++) {
                changed |= openCorner(lattice.cellsAround(node), lattice, wardOfCell);
            }
            if (!changed) {
                return;
            }
        }
    }

    private static boolean openCorner(int[] around, StreetLattice lattice, int[] wardOfCell) {
        for (int first = 0; first < 2; first++) {
            int a = around[first];
            int b = around[first + 2];
            int giver = around[first + 1];
            if (lattice.isTown(a)
                    && lattice.isTown(b)
                    && lattice.isTown(giver)
                    && wardOfCell[a] == wardOfCell[b]
                    && wardOfCell[giver] != wardOfCell[a]
                    && meetsAtCornerOnly(around, first, wardOfCell, lattice)) {
                wardOfCell[giver] = wardOfCell[a];
                return true;
            }
        }
        return false;
    }

    private static boolean meetsAtCornerOnly(
            int[] around, int first, int[] wardOfCell, StreetLattice lattice) {
        int other = around[(first + 3) % 4];
        return !lattice.isTown(other) || wardOfCell[other] != wardOfCell[around[first]];
    }

    private static int nearestCell(StreetLattice lattice, double[] at) {
        return Arrays.stream(townCells(lattice))
                .boxed()
                .min(Comparator.comparingDouble(cell -> distance(middle(lattice, cell), at)))
                .orElseThrow();
    }

    private static int[] townCells(StreetLattice lattice) {
        return IntStream.range(0, lattice.cells()).filter(lattice::isTown).toArray();
    }

    private static double[] middle(StreetLattice lattice, int cell) {
        return new double[] {lattice.middleEastM(cell), lattice.middleNorthM(cell)};
    }

    private static double distance(double[] a, double[] b) {
        return StrictMath.hypot(a[0] - b[0], a[1] - b[1]);
    }

    int count() {
        return rings.size();
    }

    /** The ward of a block, or NONE outside the town. */
    int wardOf(int cell) {
        return cell == StreetLattice.NONE ? StreetLattice.NONE : wardOfCell[cell];
    }

    /** The outline's nodes against the clock, the first not repeated. */
    int[] ring(int ward) {
        return rings.get(ward).clone();
    }

    int[] cells(int ward) {
        return Arrays.stream(townCells(lattice)).filter(cell -> wardOfCell[cell] == ward).toArray();
    }

    /** The block of the ward that is nearest to its middle. */
    int middleCell(int ward) {
        int[] cells = cells(ward);
        double east =
                Arrays.stream(cells).mapToDouble(lattice::middleEastM).average().orElseThrow();
        double north =
                Arrays.stream(cells).mapToDouble(lattice::middleNorthM).average().orElseThrow();
        return Arrays.stream(cells)
                .boxed()
                .min(
                        Comparator.comparingDouble(cell ->
                                distance(middle(lattice, cell), new double[] {east, north})))
                .orElseThrow();
    }

    /** The crossings of the town, each with one ward, in order. */
    int[] nodes(int ward) {
        return IntStream.range(0, lattice.nodes())
                .filter(node -> wardOfNode(node) == ward)
                .toArray();
    }

    private int wardOfNode(int node) {
        return Arrays.stream(lattice.cellsAround(node))
                .filter(lattice::isTown)
                .map(cell -> wardOfCell[cell])
                .min()
                .orElse(StreetLattice.NONE);
    }
}
