package town.nagar.forecast.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import town.nagar.forecast.serving.Prediction.Point;
import town.nagar.norms.air.Category;

/** What is forecast of the air, by parameter, as answers give it. */
final class AirJson {
    private static final int MOST_AQI = 500;
    static final Map<String, Measure> PARAMETERS = parameters();

    private AirJson() {}

    private static Map<String, Measure> parameters() {
        Map<String, Measure> map = new LinkedHashMap<>();
        map.put("PM2.5", Measure.PM25);
        map.put("PM10", Measure.PM10);
        map.put("AQI", Measure.AQI);
        return map;
    }

    static Measure measure(String parameter) {
        return PARAMETERS.getOrDefault(parameter, Measure.AQI);
    }

    static Map<String, Object> item(
            Measure measure, Point point, boolean confident, boolean advises) {
        Map<String, Object> item = PointJson.item(point);
        if (measure == Measure.AQI) {
            int index = Math.clamp(Math.round(point.value()), 0, MOST_AQI);
            item.put("value", index);
            item.put("category", Category.of(index).word());
            if (advises) {
                item.put("health_advisory", Category.of(index).advisory());
            }
        } else {
            item.put("value", PointJson.rounded(point.value()));
        }
        if (confident && PointJson.known(point.ninetyFive())) {
            item.put("confidence_interval", PointJson.pair(point.ninetyFive()));
            item.put("interval_80", PointJson.pair(point.eighty()));
        }
        return item;
    }
}
