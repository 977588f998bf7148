package town.nagar.engine.town;

import java.util.Arrays;
import java.util.List;
import town.nagar.engine.town.plan.Mandi;

/**
 * Ways between the town's mandis and one more yard, the rest of the state: those from and to the
 * rest first, as it sets prices and the others even them out. One slot in each array a way.
 */
final class TradeRoutes {
    private static final double RUPEES_A_QUINTAL_KM = 1.2;
    private static final double OUTSIDE_KM = 60;

    final int[] from;
    final int[] to;
    final double[] rupeesAQuintal;
    final double[] capacityQuintals;

    TradeRoutes(List<Mandi> mandis) {
        int yards = mandis.size() + 1;
        from = new int[yards * (yards - 1)];
        to = new int[from.length];
        int route = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int yard = 0; yard < yards; yard++) {
                for (int other = 0; other < yards; other++) {
                    boolean outside = Math.max(yard, other) == mandis.size();
                    if (yard != other && outside == (pass == 0)) {
                        from[route] = yard;
                        to[route++] = other;
                    }
                }
            }
        }
        rupeesAQuintal = new double[from.length];
        Arrays.setAll(rupeesAQuintal, at -> RUPEES_A_QUINTAL_KM * km(mandis, from[at], to[at]));
        capacityQuintals = new double[from.length];
        Arrays.fill(capacityQuintals, Double.POSITIVE_INFINITY);
    }

    private static double km(List<Mandi> mandis, int yard, int other) {
        if (Math.max(yard, other) == mandis.size()) {
            return OUTSIDE_KM;
        }
        double dx = mandis.get(yard).eastMetres() - mandis.get(other).eastMetres();
        double dy = mandis.get(yard).northMetres() - mandis.get(other).northMetres();
        return Math.sqrt(dx * dx + dy * dy) / 1000;
    }
}
