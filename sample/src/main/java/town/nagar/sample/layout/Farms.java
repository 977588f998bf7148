package town.nagar.sample.layout;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.GeoJson;
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.Degrees;

/** Invented farms on a belt round the town, each with one or two fields and a probe in each. */
public final class Farms {
    private static final int INTERVAL_SECONDS = 1_800;
    private static final double GOLDEN_ANGLE = 2.399_963_229_728_653;

    private static final List<Crop> CROPS = List.of(Crop.values());
    private static final List<Soil> SOILS = List.of(Soil.values());

    private final Degrees degrees;
    private final double townRadiusM;
    private final Chance chance;
    private final Layout layout;
    private int fields;

    /**
     * @param degrees with its origin in the middle of the town
     * @param townRadiusM the belt begins here
     */
    public Farms(Degrees degrees, double townRadiusM, Chance chance, Layout layout) {
        this.degrees = degrees;
        this.townRadiusM = townRadiusM;
        this.chance = chance;
        this.layout = layout;
    }

    public void place(int farms) {
        for (int farm = 1; farm <= farms; farm++) {
            double angle = farm * GOLDEN_ANGLE;
            double radiusM = townRadiusM * chance.between("farm", farm, 0, 1.2, 1.6);
            double eastM = radiusM * StrictMath.cos(angle);
            double northM = radiusM * StrictMath.sin(angle);
            addField(farm, eastM, northM);
            if (chance.happens("second field", farm, 0, 0.5)) {
                addField(farm, eastM, northM + 260);
            }
        }
    }

    private void addField(int farm, double eastM, double northM) {
        fields++;
        double areaHa = Math.round(chance.between("area", fields, 0, 0.6, 3.2) * 100) / 100.0;
        Crop crop = CROPS.get((fields - 1) % CROPS.size());
        Soil soil = SOILS.get(chance.below("soil", farm, 0, SOILS.size()));
        Place place =
                new Place(
                        "F%03d".formatted(fields),
                        PlaceKind.FIELD,
                        name(farm, crop),
                        degrees.point(eastM, northM),
                        GeoJson.polygon(List.of(square(eastM, northM, areaHa))),
                        figures(areaHa, crop, soil),
                        new TreeMap<>(
                                Map.of(
                                        "farm",
                                        "FARM%02d".formatted(farm),
                                        "crop",
                                        crop.word(),
                                        "season",
                                        crop.season(),
                                        "soil",
                                        soil.word(),
                                        Layout.SIMULATED,
                                        "true")));
        layout.add(place);
        addProbe(place);
    }

    private static Names name(int farm, Crop crop) {
        List<Names> nature = Words.list("nature");
        return Words.join(
                nature.get(farm % nature.size()), Words.word("farm"), Words.word(crop.word()));
    }

    private List<Point> square(double eastM, double northM, double areaHa) {
        double half = StrictMath.sqrt(areaHa * 10_000) / 2;
        Point first = degrees.point(eastM - half, northM - half);
        return List.of(
                first,
                degrees.point(eastM + half, northM - half),
                degrees.point(eastM + half, northM + half),
                degrees.point(eastM - half, northM + half),
                first);
    }

    private static SortedMap<String, Double> figures(double areaHa, Crop crop, Soil soil) {
        return new TreeMap<>(
                Map.of(
                        "area_ha", areaHa,
                        "field_capacity", soil.fieldCapacity(),
                        "wilting_point", soil.wiltingPoint(),
                        "root_depth_m", crop.rootDepthM(),
                        "ky", crop.ky(),
                        "kc", crop.kc()));
    }

    private void addProbe(Place field) {
        layout.add(
                Layout.sensor(
                        "A%03d".formatted(fields),
                        Domain.AGRICULTURE,
                        field,
                        "soil_probe",
                        Words.numbered(Words.word("soil_probe"), fields),
                        field.point(),
                        INTERVAL_SECONDS,
                        Map.of()));
    }
}
