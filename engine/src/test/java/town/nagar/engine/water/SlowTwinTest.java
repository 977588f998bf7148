package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Tank;

/**
 * The gradient algorithm against the plainest way: Newton's method with a dense matrix on all heads
 * and flows at once, head losses straight from the formulas, slopes by differences.
 */
final class SlowTwinTest {
    @Seeds(25)
    void hazenWilliamsNetworksAgreeWithDenseNewton(long seed) {
        agrees(RandomNetwork.inp(seed, "H-W"));
    }

    @Seeds(10)
    void manningNetworksAgreeWithDenseNewton(long seed) {
        agrees(RandomNetwork.inp(seed, "C-M"));
    }

    private static void agrees(String inp) {
        Solved solved = Solved.of(inp.replace("DURATION 8:00", "DURATION 0"));
        Network network = solved.network();
        boolean hazen = inp.contains("H-W");
        double[] unknowns = new DenseNewton(network, hazen).solve();
        int junctions = network.junctionCount();
        for (int i = 0; i < junctions; i++) {
            assertThat(solved.results().headMetres(0, i))
                    .as(network.nodes().get(i).id())
                    .isCloseTo(unknowns[i], within(1e-3));
        }
        for (int k = 0; k < network.links().size(); k++) {
            assertThat(solved.results().flowM3PerSecond(0, k))
                    .as(network.links().get(k).id())
                    .isCloseTo(unknowns[junctions + k], within(1e-5));
        }
    }

    /** Unknowns are the heads of junctions, then the flows of links. */
    private record DenseNewton(Network network, boolean hazen) {
        private double[] solve() {
            int junctions = network.junctionCount();
            int size = junctions + network.links().size();
            double[] x = new double[size];
            Arrays.fill(x, 0, junctions, 70);
            for (int k = 0; k < network.links().size(); k++) {
                x[junctions + k] = 0.01;
            }
            double greatest = 1;
            for (int step = 0; step < 200 && greatest > 1e-12; step++) {
                double[] residual = residual(x);
                double[][] slopes = slopes(x, residual);
                double[] change = gauss(slopes, residual);
                double share = Math.min(1, 0.1 + step / 20.0);
                greatest = 0;
                for (int i = 0; i < size; i++) {
                    x[i] -= share * change[i];
                    greatest = Math.max(greatest, Math.abs(change[i]));
                }
            }
            return x;
        }

        private double head(double[] x, int node) {
            int junctions = network.junctionCount();
            return node < junctions ? x[node] : sourceHead(node - junctions);
        }

        private double sourceHead(int source) {
            return switch (network.nodes().get(network.junctionCount() + source)) {
                case Reservoir r -> r.headMetres();
                case Tank t -> t.elevationMetres() + t.initialLevelMetres();
                case Junction j -> throw new IllegalStateException(j.id());
            };
        }

        private double[] residual(double[] x) {
            int junctions = network.junctionCount();
            double[] r = new double[x.length];
            for (int i = 0; i < junctions; i++) {
                Junction junction = (Junction) network.nodes().get(i);
                double pattern = junction.demands().getFirst().pattern().multipliers().getFirst();
                r[i] = -junction.demands().getFirst().baseM3PerSecond() * pattern;
                r[i] -= spray(junction.emitter(), x[i] - junction.elevationMetres());
            }
            for (int k = 0; k < network.links().size(); k++) {
                Link link = network.links().get(k);
                double q = x[junctions + k];
                if (link.from() < junctions) {
                    r[link.from()] -= q;
                }
                if (link.to() < junctions) {
                    r[link.to()] += q;
                }
                r[junctions + k] = head(x, link.from()) - head(x, link.to()) - loss((Pipe) link, q);
            }
            return r;
        }

        private static double spray(Emitter emitter, double pressure) {
            return Math.copySign(
                    emitter.coefficient() * StrictMath.pow(Math.abs(pressure), emitter.exponent()),
                    pressure);
        }

        private double loss(Pipe pipe, double q) {
            double d = pipe.diameterMetres();
            double size = Math.abs(q);
            double velocity = size / (Math.PI * d * d / 4);
            double friction =
                    hazen
                            ? 10.6670
                                    * pipe.lengthMetres()
                                    * StrictMath.pow(size / pipe.roughness(), 1.852)
                                    / StrictMath.pow(d, 4.871)
                            : manning(pipe, velocity);
            double bends = pipe.minorLoss() * velocity * velocity / (2 * 32.2 * 0.3048);
            return Math.copySign(friction + bends, q) + 1e-9 * q;
        }

        /** In feet, with EPANET's 1.49 and 1.333. */
        private static double manning(Pipe pipe, double velocity) {
            double perRoot = pipe.roughness() * velocity / 0.3048 / 1.49;
            double radius = pipe.diameterMetres() / 4 / 0.3048;
            return pipe.lengthMetres() * perRoot * perRoot * StrictMath.pow(radius, -1.333);
        }

        private double[][] slopes(double[] x, double[] residual) {
            double[][] slopes = new double[x.length][x.length];
            for (int j = 0; j < x.length; j++) {
                double before = x[j];
                double by = j < network.junctionCount() ? 1e-6 : 1e-8;
                x[j] = before + by;
                double[] moved = residual(x);
                x[j] = before;
                for (int i = 0; i < x.length; i++) {
                    slopes[i][j] = (moved[i] - residual[i]) / by;
                }
            }
            return slopes;
        }

        private static double[] gauss(double[][] a, double[] b) {
            int n = b.length;
            double[] x = b.clone();
            for (int k = 0; k < n; k++) {
                int pivot = k;
                for (int i = k + 1; i < n; i++) {
                    if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                        pivot = i;
                    }
                }
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                double value = x[k];
                x[k] = x[pivot];
                x[pivot] = value;
                for (int i = k + 1; i < n; i++) {
                    double factor = a[i][k] / a[k][k];
                    if (factor != 0) {
                        for (int j = k; j < n; j++) {
                            a[i][j] -= factor * a[k][j];
                        }
                        x[i] -= factor * x[k];
                    }
                }
            }
            for (int k = n - 1; k >= 0; k--) {
                for (int j = k + 1; j < n; j++) {
                    x[k] -= a[k][j] * x[j];
                }
                x[k] /= a[k][k];
            }
            return x;
        }
    }
}
