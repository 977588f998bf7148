package town.nagar.forecast.model;

/** Solves a x = b for a symmetric positive definite a, of which the lower triangle is read. */
final class Cholesky {
    private Cholesky() {}

    /** The solution; the matrix is overwritten by its factor. */
    static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
