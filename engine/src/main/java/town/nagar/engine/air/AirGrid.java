package town.nagar.engine.air;

import java.util.Arrays;

/**
 * One well-mixed layer of air over the town in square cells, row by row from the south-west; mass
 * moves with the wind by upwind differences and spreads by eddies, and what leaves is counted.
 *
 * <p>Fluxes are taken from one cell and given to the next, so that mass in the grid is emission
 * less outflow to rounding. Air that comes in is clean: the background is added by who asks.
 */
public final class AirGrid {
    private final int columns;
    private final int rows;
    private final double cellMetres;
    private double mixingMetres;
    final double[] grams;
    private final double[] change;
    private double emittedGrams;
    private double outflowGrams;

    /**
     * A grid without pollution.
     *
     * @param columns cells from west to east, from 1
     * @param rows cells from south to north, from 1
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public AirGrid(int columns, int rows, double cellMetres, double mixingMetres) {
        Ranges.requireBetween("columns", columns, 1, 10_000);
        Ranges.requireBetween("rows", rows, 1, 10_000);
        Ranges.requireAbove("cell, m", cellMetres, 0);
        Ranges.requireAbove("mixing height, m", mixingMetres, 0);
        this.columns = columns;
        this.rows = rows;
        this.cellMetres = cellMetres;
        this.mixingMetres = mixingMetres;
        this.grams = new double[columns * rows];
        this.change = new double[columns * rows];
    }

    /**
     * Lets time pass, in as many equal steps as keep every cell from giving more than it has.
     *
     * @param eastMetresPerSecond the wind's part towards the east
     * @param northMetresPerSecond the wind's part towards the north
     * @param eddyM2PerSecond horizontal diffusivity, from 0
     * @param gramsPerSecond emission, one a cell, from 0
     * @param seconds from 0
     */
    public void advance(
            double eastMetresPerSecond,
            double northMetresPerSecond,
            double eddyM2PerSecond,
            double[] gramsPerSecond,
            double seconds) {
        Ranges.requireLength("emission", gramsPerSecond.length, grams.length);
        Ranges.requireBetween("seconds", seconds, 0, 1e9);
        Ranges.requireBetween("eddy diffusivity, m2/s", eddyM2PerSecond, 0, 1e6);
        double eddies = eddyM2PerSecond / (cellMetres * cellMetres);
        double east = eastMetresPerSecond / cellMetres;
        double north = northMetresPerSecond / cellMetres;
        double leavingPerSecond = Math.abs(east) + Math.abs(north) + 4 * eddies;
        int steps = (int) Math.max(1, Math.ceil(leavingPerSecond * seconds));
        double step = seconds / steps;
        for (int n = 0; n < steps; n++) {
            emit(gramsPerSecond, step);
            move(east * step, north * step, eddies * step);
        }
    }

    private void emit(double[] gramsPerSecond, double seconds) {
        for (int cell = 0; cell < grams.length; cell++) {
            double emitted = gramsPerSecond[cell] * seconds;
            grams[cell] += emitted;
            emittedGrams += emitted;
        }
    }

    /** Moves shares of each cell's mass to its neighbours. */
    private void move(double east, double north, double eddies) {
        Arrays.fill(change, 0);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                give(cell, column + 1 < columns, 1, Math.max(east, 0), eddies);
                give(cell, column > 0, -1, Math.max(-east, 0), eddies);
                give(cell, row + 1 < rows, columns, Math.max(north, 0), eddies);
                give(cell, row > 0, -columns, Math.max(-north, 0), eddies);
            }
        }
        for (int cell = 0; cell < grams.length; cell++) {
            grams[cell] = Math.max(0, grams[cell] + change[cell]);
        }
    }

    private void give(int cell, boolean inside, int offset, double wind, double eddies) {
        double moved = grams[cell] * (inside ? wind + eddies : wind);
        change[cell] -= moved;
        if (inside) {
            change[cell + offset] += moved;
        } else {
            outflowGrams += moved;
        }
    }

    /** Lets the same mass fill another height. */
    void mixTo(double metres) {
        mixingMetres = metres;
    }

    /** Moves a share of every cell's mass into another layer of the same cells. */
    void give(double share, AirGrid other) {
        for (int cell = 0; cell < grams.length; cell++) {
            double moved = share * grams[cell];
            grams[cell] -= moved;
            other.grams[cell] += moved;
        }
    }

    /** Takes a share of every cell's mass out of the air; the answer is how much, g. */
    double settle(double share) {
        double settled = 0;
        for (int cell = 0; cell < grams.length; cell++) {
            double taken = share * grams[cell];
            grams[cell] -= taken;
            settled += taken;
        }
        return settled;
    }

    /** Forgets all mass and what was counted. */
    void clear() {
        Arrays.fill(grams, 0);
        forgetCounts();
    }

    /** Counts emission and outflow from here on. */
    void forgetCounts() {
        emittedGrams = 0;
        outflowGrams = 0;
    }

    /** Concentration in a cell, g/m3. */
    public double gramsPerM3(int column, int row) {
        return gramsPerM3(row * columns + column);
    }

    /** Concentration in a cell by its number, row by row, g/m3. */
    double gramsPerM3(int cell) {
        return grams[cell] / (cellMetres * cellMetres * mixingMetres);
    }

    /** Mass in the grid, g. */
    public double massGrams() {
        double sum = 0;
        for (double mass : grams) {
            sum += mass;
        }
        return sum;
    }

    /** Mass emitted since the beginning, g. */
    public double emittedGrams() {
        return emittedGrams;
    }

    /** Mass that left over the edges since the beginning, g. */
    public double outflowGrams() {
        return outflowGrams;
    }
}
