package town.nagar.town.simulate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import town.nagar.contracts.places.Place;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;
import town.nagar.norms.water.Supply;
import town.nagar.sample.roads.Degrees;

/** A network for a town that has none: one source, one main to the middle of each zone. */
final class StarNetwork {
    private static final double HEAD_M = 30;
    private static final double DETOUR = 1.3;
    private static final double ROUGHNESS = 130;
    private static final double LEAST_M = 100;
    private static final double SECONDS_A_DAY = 86_400;

    /** Mains lose at most this much of the head at four times the mean flow. */
    private static final double LOSS_M = 10;

    private static final double PEAK = 4;

    private StarNetwork() {}

    static Network of(List<Place> zones, double residents) {
        var text = new StringBuilder("[JUNCTIONS]\n");
        zones.forEach(zone -> text.append(" %s 0 0\n".formatted(zone.id())));
        text.append("[RESERVOIRS]\n SOURCE %s\n[PIPES]\n".formatted(HEAD_M));
        for (Place zone : zones) {
            double metres =
                    Math.max(
                            LEAST_M,
                            DETOUR * Degrees.metres(zones.getFirst().point(), zone.point()));
            text.append(
                    String.format(
                            Locale.ROOT,
                            " M-%s SOURCE %s %.1f %.1f %.0f 0 Open\n",
                            zone.id(),
                            zone.id(),
                            metres,
                            1000 * diameterM(metres, residents / zones.size()),
                            ROUGHNESS));
        }
        text.append("[OPTIONS]\n Units LPS\n Headloss H-W\n[END]\n");
        try {
            return InpReader.read(new StringReader(text.toString()), "assumed pipe network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hazen-Williams, h = 10.667 L C^-1.852 d^-4.871 q^1.852 in SI units, solved for d. */
    private static double diameterM(double metres, double people) {
        double m3 = people * Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay() / 1000;
        double flow = PEAK * Math.max(1, m3) / SECONDS_A_DAY;
        double slope = LOSS_M / metres;
        return StrictMath.pow(10.667 * StrictMath.pow(flow / ROUGHNESS, 1.852) / slope, 1 / 4.871);
    }
}
