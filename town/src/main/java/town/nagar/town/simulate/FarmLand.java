package town.nagar.town.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.contracts.places.Place;
import town.nagar.engine.agriculture.CropCalendar;
import town.nagar.engine.town.plan.Commodity;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.Mandi;
import town.nagar.norms.market.SupportPrice;

/** The land round a town, what grows on it and where it is sold. */
final class FarmLand {
    /** Mean operational holding in India, hectares: Agriculture Census 2015-16. */
    private static final double HECTARES_A_FARM = 1.08;

    /** What farms can keep of a harvest. An assumption. */
    private static final double STORE_SHARE = 0.3;

    /**
     * Rupees a quintal about those of 2025, elasticity of demand, most of arrivals that the state
     * buys, quintals a hectare with plenty of water, irrigated share and millimetres of irrigation.
     * Yields are somewhat above Gujarat's means; elasticities follow Kumar et al. 2011 by group;
     * all are assumptions.
     */
    private static final Map<String, Usual> USUAL =
            Map.ofEntries(
                    Map.entry("wheat", new Usual("wheat", 2620, -0.34, 0.25, 40, 0.95, 350)),
                    Map.entry("paddy", new Usual("paddy", 2400, -0.25, 0.40, 40, 0.60, 600)),
                    Map.entry("maize", new Usual("maize", 2250, -0.35, 0.05, 30, 0.30, 150)),
                    Map.entry("sorghum", new Usual("jowar", 3300, -0.35, 0.05, 18, 0.10, 100)),
                    Map.entry("pearl millet", new Usual("bajra", 2480, -0.35, 0.05, 25, 0.20, 100)),
                    Map.entry("gram", new Usual("gram", 5600, -0.45, 0.10, 18, 0.50, 150)),
                    Map.entry("mustard", new Usual("mustard", 5900, -0.45, 0.10, 20, 0.90, 250)),
                    Map.entry(
                            "groundnut", new Usual("groundnut", 6350, -0.45, 0.10, 25, 0.20, 150)),
                    Map.entry("sesame", new Usual("sesamum", 9000, -0.45, 0.05, 6, 0.10, 80)),
                    Map.entry("castor", new Usual("castor", 6000, -0.50, 0, 22, 0.70, 250)),
                    Map.entry("cotton", new Usual("cotton", 7450, -0.50, 0.10, 20, 0.60, 300)),
                    Map.entry("potato", new Usual("potato", 1450, -0.50, 0, 320, 1.00, 400)),
                    Map.entry("onion", new Usual("onion", 1850, -0.50, 0, 250, 1.00, 400)),
                    Map.entry("late kharif onion", new Usual("onion", 1850, -0.50, 0, 200, 1, 300)),
                    Map.entry("kharif onion", new Usual("onion", 1850, -0.50, 0, 150, 0.70, 150)));

    /**
     * Shares of the seasons in India's onions (Ministry of Agriculture by PTI, 2021-04-23), here
     * taken for those of the land.
     */
    private static final Map<String, Double> ONION_SEASONS =
            Map.of("onion", 0.7, "kharif onion", 0.2, "late kharif onion", 0.1);

    private final List<Place> mandis;
    private final Map<String, Double> areas = new TreeMap<>();
    private final TreeSet<String> leftOut = new TreeSet<>();

    /** What is usual for a crop; {@code tradeName} as support prices call it. */
    private record Usual(
            String tradeName,
            double rupees,
            double elasticity,
            double procuredShare,
            double quintals,
            double irrigatedShare,
            double irrigationMm) {}

    FarmLand(List<Place> fields, List<Place> mandis) {
        this.mandis = mandis;
        for (Place field : fields) {
            String crop = field.label("crop");
            double hectares = field.figure("area_ha");
            if (crop.equals("onion") && hectares > 0) {
                ONION_SEASONS.forEach(
                        (season, share) -> areas.merge(season, share * hectares, Double::sum));
            } else if (CropCalendar.find(crop).isPresent()
                    && USUAL.containsKey(crop)
                    && hectares > 0) {
                areas.merge(crop, hectares, Double::sum);
            } else {
                leftOut.add(crop);
            }
        }
    }

    boolean isEmpty() {
        return areas.isEmpty();
    }

    /** Crops that the engine does not know. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Land of as many farms, in the proportions of the known fields. */
    List<Holding> holdings(int farms) {
        double all = areas.values().stream().mapToDouble(Double::doubleValue).sum();
        var holdings = new ArrayList<Holding>();
        areas.forEach((crop, area) -> {
            Usual usual = usual(crop);
            holdings.add(
                    new Holding(
                            crop,
                            farms * HECTARES_A_FARM * area / all,
                            0,
                            usual.quintals(),
                            usual.irrigatedShare(),
                            usual.irrigationMm(),
                            STORE_SHARE));
        });
        return holdings;
    }

    /** Kilograms a hectare of a crop with plenty of water. */
    static double bestKilogramsAHectare(String crop) {
        return usual(crop).quintals() * 100;
    }

    /** Water given to a crop in its season where it is irrigated, mm. */
    static double irrigationMillimetres(String crop) {
        return usual(crop).irrigationMm();
    }

    private static Usual usual(String crop) {
        Usual usual = USUAL.get(crop);
        if (usual == null) {
            throw new IllegalArgumentException("nothing is known of the crop " + crop);
        }
        return usual;
    }

    /** The town's mandis; one in the middle if there are fields and none is known. */
    List<Mandi> mandis(Ground ground) {
        if (mandis.isEmpty()) {
            return List.of(new Mandi("M001", 0, 0, 1));
        }
        return mandis.stream()
                .map(place ->
                        new Mandi(
                                place.id(),
                                ground.eastMetres(place.point()),
                                ground.northMetres(place.point()),
                                1.0 / mandis.size()))
                .toList();
    }

    List<Commodity> commodities() {
        return areas.keySet().stream()
                .map(crop -> CropCalendar.find(crop).orElseThrow().produce())
                .distinct()
                .map(FarmLand::commodity)
                .toList();
    }

    private static Commodity commodity(String crop) {
        Usual usual = usual(crop);
        return new Commodity(
                crop,
                usual.rupees(),
                usual.elasticity(),
                supportRupees(usual.tradeName()),
                usual.procuredShare());
    }

    /** That of the newest season, the lowest of the varieties; 0 if there is none. */
    private static double supportRupees(String tradeName) {
        return SupportPrice.list().stream()
                .filter(price -> price.commodity().equals(tradeName))
                .max(
                        Comparator.comparing(SupportPrice::from)
                                .thenComparingInt(price -> -price.rupeesPerQuintal()))
                .map(price -> (double) price.rupeesPerQuintal())
                .orElse(0.0);
    }
}
