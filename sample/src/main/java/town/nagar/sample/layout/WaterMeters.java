package town.nagar.sample.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.names.Words;

/** The meters of each ward: inlet, pressures, households, a business, some factories and tanks. */
public final class WaterMeters {
    private static final int INTERVAL_SECONDS = 900;
    private static final int RESIDENTIAL = 4;
    private static final int INDUSTRIAL_EVERY = 3;
    private static final int QUALITY_EVERY = 4;

    /** A service reservoir in a ward. */
    public record TankSite(String wardId, String tank, Point point) {}

    private final Layout layout;
    private int count;

    public WaterMeters(Layout layout) {
        this.layout = layout;
    }

    /**
     * Adds the meters of a ward whose place the layout holds.
     *
     * @param index of the ward, from 0
     * @param taps the inlet first, then others, the farthest last
     */
    public void place(Ward ward, int index, List<WaterTap> taps) {
        add(ward, "zone_inlet_meter", "bulk", taps.getFirst());
        add(ward, "pressure_logger", "", taps.get(taps.size() / 2));
        add(ward, "pressure_logger", "", taps.getLast());
        for (int house = 1; house <= RESIDENTIAL; house++) {
            add(ward, "residential_meter", "residential", taps.get(house * 5 % taps.size()));
        }
        add(ward, "commercial_meter", "commercial", taps.get(taps.size() / 3));
        if (index % INDUSTRIAL_EVERY == 0) {
            add(ward, "industrial_meter", "industrial", taps.get(taps.size() * 2 / 3));
        }
        if (index % QUALITY_EVERY == 0) {
            add(ward, "quality_probe", "", taps.getLast());
        }
    }

    /** Adds the level gauge of a tank. */
    public void place(TankSite site) {
        count++;
        Place zone = zone(site.wardId());
        layout.add(
                Layout.sensor(
                        id(),
                        Domain.WATER,
                        zone,
                        "tank_level",
                        name("tank_level", zone.names()),
                        site.point(),
                        INTERVAL_SECONDS,
                        Map.of("tank", site.tank())));
    }

    private void add(Ward ward, String type, String meterType, WaterTap tap) {
        count++;
        Map<String, String> labels = new HashMap<>();
        labels.put("still_bar", bar(tap.stillBar()));
        labels.put("peak_bar", bar(tap.peakBar()));
        if (!tap.junction().isEmpty()) {
            labels.put("junction", tap.junction());
        }
        if (!meterType.isEmpty()) {
            labels.put("meter_type", meterType);
        }
        Place zone = zone(ward.id());
        Names names = name(type, ward.names());
        layout.add(
                Layout.sensor(
                        id(),
                        Domain.WATER,
                        zone,
                        type,
                        names,
                        tap.point(),
                        INTERVAL_SECONDS,
                        labels));
    }

    private String id() {
        return "W%03d".formatted(count);
    }

    private Names name(String type, Names ward) {
        return Words.numbered(Words.join(ward, Words.word(type)), count);
    }

    private static String bar(double pressureBar) {
        return String.format(Locale.ROOT, "%.2f", pressureBar);
    }

    private Place zone(String wardId) {
        return layout.places().stream()
                .filter(place -> place.kind() == PlaceKind.ZONE && place.id().equals(wardId))
                .findFirst()
                .orElseThrow();
    }
}
