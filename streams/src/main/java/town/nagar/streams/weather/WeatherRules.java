package town.nagar.streams.weather;

import java.util.List;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.norms.weather.HeatWave;
import town.nagar.norms.weather.RainClass;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/** When weather alarms, in the classes of the India Meteorological Department. */
final class WeatherRules {
    private static final Rule RAIN = Rule.simple("heavy_rain");
    private static final Rule HEAT = Rule.simple("heat_wave");

    private WeatherRules() {}

    /** Rain of the rain day so far. */
    static Observation rain(PlaceView view, double millimetres) {
        RainClass rain = RainClass.of(millimetres);
        boolean heavy = rain.compareTo(RainClass.HEAVY) >= 0;
        return observation(
                RAIN,
                view,
                heavy,
                severity(rain),
                "Heavy rain at " + view.place(),
                "%.1f mm since 08:30; heavy from %.1f mm"
                        .formatted(millimetres, RainClass.HEAVY.fromMillimetres()),
                "rain_mm",
                millimetres);
    }

    /** The greatest temperature of the day so far. */
    static Observation heat(PlaceView view, double maximumCelsius) {
        HeatWave heat = HeatWave.of(maximumCelsius);
        return observation(
                HEAT,
                view,
                heat.compareTo(HeatWave.HEAT_WAVE) >= 0,
                heat == HeatWave.SEVERE ? Severity.HIGH : Severity.MEDIUM,
                "Heat wave at " + view.place(),
                "%.1f degC today; a heat wave from %.0f degC"
                        .formatted(maximumCelsius, HeatWave.HEAT_WAVE.fromCelsius()),
                "max_temperature_c",
                maximumCelsius);
    }

    private static Severity severity(RainClass rain) {
        return switch (rain) {
            case NONE, LIGHT, MODERATE -> Severity.LOW;
            case HEAVY -> Severity.MEDIUM;
            case VERY_HEAVY -> Severity.HIGH;
            case EXTREMELY_HEAVY -> Severity.CRITICAL;
        };
    }

    private static Observation observation(
            Rule rule,
            PlaceView view,
            boolean fires,
            Severity severity,
            String title,
            String description,
            String metric,
            double value) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put(metric, value);
        return new Observation(
                rule,
                Domain.WEATHER,
                view.place(),
                view.end(),
                fires ? Verdict.FIRING : Verdict.CALM,
                severity,
                title,
                description,
                metrics,
                List.of());
    }
}
