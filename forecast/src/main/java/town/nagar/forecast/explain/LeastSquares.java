package town.nagar.forecast.explain;

/** Weighted ridge regression by its normal equations. */
final class LeastSquares {
    private static final double SINGULAR = 1e-12;

    private final double[][] normal;
    private final double[] right;

    LeastSquares(int unknowns) {
        normal = new double[unknowns][unknowns];
        right = new double[unknowns];
    }

    void add(double[] row, double target, double weight) {
        for (int i = 0; i < right.length; i++) {
            double weighted = weight * row[i];
            right[i] += weighted * target;
            for (int j = 0; j < right.length && weighted != 0; j++) {
                normal[i][j] += weighted * row[j];
            }
        }
    }

    void ridge(int unknown, double strength) {
        normal[unknown][unknown] += strength;
    }

    /**
     * Gauss's elimination with the largest pivot; what has been added is used up.
     *
     * @throws IllegalStateException if the rows do not tell the unknowns apart
     */
    double[] solve() {
        double[] solution = right.clone();
        for (int column = 0; column < solution.length; column++) {
            swap(column, pivot(column), solution);
            double pivot = normal[column][column];
            if (Math.abs(pivot) < SINGULAR) {
                throw new IllegalStateException("too few samples for " + solution.length);
            }
            for (int row = 0; row < solution.length; row++) {
                double factor = normal[row][column] / pivot;
                for (int i = column; i < solution.length && row != column; i++) {
                    normal[row][i] -= factor * normal[column][i];
                }
                solution[row] -= row == column ? 0 : factor * solution[column];
            }
        }
        for (int row = 0; row < solution.length; row++) {
            solution[row] /= normal[row][row];
        }
        return solution;
    }

    private int pivot(int column) {
        int best = column;
        for (int row = column + 1; row < right.length; row++) {
            if (Math.abs(normal[row][column]) > Math.abs(normal[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private void swap(int one, int other, double[] solution) {
        double[] row = normal[one];
        normal[one] = normal[other];
        normal[other] = row;
        double value = solution[one];
        solution[one] = solution[other];
        solution[other] = value;
    }
}
