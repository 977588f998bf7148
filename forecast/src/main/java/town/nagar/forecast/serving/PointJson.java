package town.nagar.forecast.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.serving.Prediction.Point;

/** A time forecast and how sure its value is, as answers give them. */
final class PointJson {
    private PointJson() {}

    static Map<String, Object> item(Point point) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("timestamp", point.at().toString());
        return item;
    }

    static void intervals(Ask ask, Point point, Map<String, Object> item) {
        if (ask.flag("include_confidence", true) && known(point.ninetyFive())) {
            item.put("confidence_interval", bounds(point.ninetyFive(), 0.95));
            item.put("interval_80", bounds(point.eighty(), 0.8));
        }
    }

    static boolean known(Bounds bounds) {
        return Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper());
    }

    private static Map<String, Object> bounds(Bounds bounds, double level) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lower", rounded(bounds.lower()));
        map.put("upper", rounded(bounds.upper()));
        map.put("confidence", level);
        return map;
    }

    static List<Double> pair(Bounds bounds) {
        return List.of(rounded(bounds.lower()), rounded(bounds.upper()));
    }

    static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
