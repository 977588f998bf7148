package town.nagar.engine.water;

import java.util.Random;

/** Towns made up by a seed: a grid of streets, two lakes, a tank, pipes of many kinds. */
final class RandomNetwork {
    private RandomNetwork() {}

    static String inp(long seed, String formula) {
        Random random = new Random(seed);
        int wide = 3 + random.nextInt(4);
        int high = 3 + random.nextInt(4);
        StringBuilder nodes = new StringBuilder("[JUNCTIONS]\n");
        StringBuilder pipes = new StringBuilder("[PIPES]\n");
        for (int x = 0; x < wide; x++) {
            for (int y = 0; y < high; y++) {
                nodes.append(
                        " %d_%d %.2f %.3f%n"
                                .formatted(
                                        x, y, 20 * random.nextDouble(), 6 * random.nextDouble()));
                street(random, pipes, formula, x, y, x + 1, y, x + 1 < wide);
                street(random, pipes, formula, x, y, x, y + 1, y + 1 < high);
            }
        }
        nodes.append(
                "[RESERVOIRS]\n lake 80\n hill %.2f%n".formatted(70 + 20 * random.nextDouble()));
        nodes.append("[TANKS]\n tank 60 3 0 6 40 0\n");
        nodes.append("[EMITTERS]\n 1_1 0.2\n");
        pipes.append(" L lake 0_0 100 300 %s%n".formatted(roughness(random, formula)));
        pipes.append(" H hill %d_0 100 200 %s%n".formatted(wide - 1, roughness(random, formula)));
        pipes.append(" T tank 0_%d 100 150 %s%n".formatted(high - 1, roughness(random, formula)));
        return nodes.toString()
                + pipes
                + """
                [PATTERNS]
                 1 0.5 1.5 1 0.7
                [TIMES]
                 DURATION 8:00
                [OPTIONS]
                 UNITS LPS
                 ACCURACY 0.00001
                 HEADLOSS %s
                """
                        .formatted(formula);
    }

    private static void street(
            Random random,
            StringBuilder pipes,
            String formula,
            int x,
            int y,
            int x2,
            int y2,
            boolean inside) {
        double[] diameters = {100, 150, 200, 300};
        double length = 50 + 500 * random.nextDouble();
        double diameter = diameters[random.nextInt(4)];
        double bends = random.nextInt(3);
        String roughness = roughness(random, formula);
        if (inside) {
            pipes.append(
                    " %d_%d-%d_%d %d_%d %d_%d %.1f %s %s %s%n"
                            .formatted(
                                    x, y, x2, y2, x, y, x2, y2, length, diameter, roughness,
                                    bends));
        }
    }

    private static String roughness(Random random, String formula) {
        double share = random.nextDouble();
        return switch (formula) {
            case "H-W" -> "%.1f".formatted(80 + 60 * share);
            case "D-W" -> "%.3f".formatted(0.05 + share);
            default -> "%.4f".formatted(0.009 + 0.006 * share);
        };
    }
}
