package town.nagar.forecast.serving;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far ahead may be asked, in words and the measure's steps. */
final class Horizons {
    static final Map<String, Integer> TRAFFIC = horizons("2h", 2, "6h", 6, "12h", 12, "24h", 24);
    static final Map<String, Integer> POLLUTION =
            horizons("6h", 6, "12h", 12, "24h", 24, "48h", 48);
    static final Map<String, Integer> WATER = horizons("1d", 24, "3d", 72, "7d", 168);
    static final Map<String, Integer> MARKET = horizons("1d", 1, "7d", 7, "30d", 30);
    static final Map<String, Integer> CROP = horizons("season", 1);

    private Horizons() {}

    private static Map<String, Integer> horizons(Object... pairs) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return map;
    }

    /** How many steps a question asks for. */
    static int steps(Ask ask, Map<String, Integer> horizons) {
        return horizons.getOrDefault(ask.choice("forecast_horizon", horizons.keySet()), 1);
    }
}
