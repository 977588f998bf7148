package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {
    /** The files that are shipped, with one word in one of them replaced. */
    private static Map<String, String> changed(String file, String from, String to) {
        Map<String, String> files = new LinkedHashMap<>(Definitions.files());
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        files.put(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        return files;
    }

    @Test
    void eachMeasureHasAViewWithLagsWindowsCalendarHolidaysNeighboursAndInteractions() {
        Definitions all = Definitions.shipped();
        assertThat(all.views()).hasSize(10);
        for (FeatureView view : all.views()) {
            if (!view.isPushed()) {
                assertThat(
                                view.features().stream()
                                        .map(one -> one.transformation().getClass().getSimpleName())
                                        .collect(Collectors.toSet()))
                        .as(view.name())
                        .contains(
                                "Lag",
                                "Rolling",
                                "Calendar",
                                "Holiday",
                                "Weather",
                                "Neighbours",
                                "Interaction");
                assertThat(view.kept()).hasSizeLessThan(view.features().size());
            }
        }
        assertThat(all.findView("traffic_vehicle_count").orElseThrow().kept())
                .extracting(Feature::name)
                .contains(
                        "lag_1h",
                        "lag_24h",
                        "lag_7d",
                        "rolling_mean_24h",
                        "rolling_std_24h",
                        "rolling_min_7d",
                        "rolling_max_7d",
                        "hour_sin",
                        "holiday",
                        "neighbours_now",
                        "holiday_x_hour_sin");
    }

    @Test
    void aServiceNamesFeaturesOfItsViews() {
        FeatureService service =
                Definitions.shipped().findService("traffic_vehicle_count_recent").orElseThrow();
        assertThat(service.features())
                .extracting(FeatureRef::words)
                .containsExactly(
                        "traffic_vehicle_count:lag_1h",
                        "traffic_vehicle_count:lag_24h",
                        "traffic_vehicle_count:lag_7d",
                        "traffic_vehicle_count:rolling_mean_24h",
                        "traffic_vehicle_count:rolling_std_24h");
    }

    @Test
    void valuesOfTheSeriesHaveTheViewsRange() {
        FeatureView view = Definitions.shipped().findView("pollution_aqi").orElseThrow();
        Feature lag = view.find("lag_24h").orElseThrow();
        assertThat(lag.complaint(501)).hasValue("lag_24h is 501.0; allowed: 0.0 to 500.0");
        assertThat(lag.complaint(500)).isEmpty();
        assertThat(view.find("anomaly_lag_1").orElseThrow().complaint(-3)).isEmpty();
    }

    @Test
    void aVersionChangesWithTheDefinitionAloneAndNotWithItsWords() {
        Definitions shipped = Definitions.shipped();
        Definitions other = Definitions.of(changed("hourly.yaml", "back: 24", "back: 25"));
        Definitions words = Definitions.of(changed("traffic.yaml", "of the hour", "of an hour"));
        String name = "traffic_vehicle_count";
        String version = shipped.findView(name).orElseThrow().version();
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(other.findView(name).orElseThrow().version()).isNotEqualTo(version);
        assertThat(other.findService("traffic").orElseThrow().version())
                .isNotEqualTo(shipped.findService("traffic").orElseThrow().version());
        assertThat(words.findView(name).orElseThrow().version()).isEqualTo(version);
        assertThat(other.modelVersion()).isEqualTo(shipped.modelVersion());
        assertThat(other.findView("market_modal_price").orElseThrow().version())
                .isEqualTo(shipped.findView("market_modal_price").orElseThrow().version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hourly.yaml|back: 24|back: 0|hourly.yaml line 8: lists[0].features[2].back is '0';"
                        + " allowed: a whole number from 1 to 10000",
                "hourly.yaml|signal: value|signal: vlue|hourly.yaml line 7:"
                        + " lists[0].features[1].signal is 'vlue'; allowed: value, anomaly",
                "hourly.yaml|of: [holiday, hour_sin]|of: [holiday, hour_sine]|traffic.yaml line 11:"
                        + " feature_views[0].features is 'missing'; allowed: holiday_x_hour_sin of"
                        + " features before it, not of holiday and hour_sine",
                "model.yaml|transformation: calendar|transformation: clock|model.yaml line 9:"
                        + " lists[0].features[2].transformation is 'clock'; allowed: position,"
                        + " calendar, holiday, last, lag, same_slots, rolling, profile, year_ago,"
                        + " neighbours, leaders, season_of_year, weather, interaction, pushed",
                "traffic.yaml|ttl: 2h|ttl: two hours|traffic.yaml line 14: feature_views[0].ttl is"
                        + " 'two hours'; allowed: such as 90s, 15m, 2h or 7d",
                "traffic.yaml|entity: traffic_place|entity: road|traffic.yaml line 12:"
                        + " feature_views[0].entity is 'road'; allowed: one of field_series,"
                        + " market_series, pollution_place, traffic_place, water_place",
                "traffic.yaml|ttl: 2h|tll: 2h|traffic.yaml line 14: feature_views[0].tll is '2h';"
                        + " allowed: the fields description, entity, features, lists, name,"
                        + " push_source, source, ttl, values",
                "traffic.yaml|lag_24h, |lag_24, |traffic.yaml line 46: feature_services[1].features"
                        + " is '[...]'; allowed: features of traffic_vehicle_count, not lag_24",
            })
    void aMistakeIsToldByFileLineFieldValueAndWhatIsAllowed(
            String file, String from, String to, String said) {
        Map<String, String> files = changed(file, from, to);
        assertThatThrownBy(() -> Definitions.of(files))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(said);
    }

    @Test
    void whatIsNoYamlIsToldByItsLine() {
        assertThatThrownBy(() -> Definitions.of(Map.of("x.yaml", "lists:\n  - {name: [}\n")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("x.yaml line 2: the file is ");
    }

    @Test
    void whatIsPushedIsNotComputed() {
        List<Feature> pushed =
                Definitions.shipped().findView("traffic_events").orElseThrow().features();
        assertThatThrownBy(() -> Columns.of(pushed, List.of()))
                .hasMessage("expected_visitors is pushed, not computed");
    }
}
