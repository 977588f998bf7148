package town.nagar.engine.town;

import java.time.LocalDate;
import java.util.List;
import town.nagar.engine.agriculture.Crop;
import town.nagar.engine.agriculture.CropCalendar;
import town.nagar.engine.agriculture.Soil;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.town.plan.Commodity;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.FarmSupport;
import town.nagar.engine.town.policy.Policy;

/** What no run changes about the farms and mandis: one slot in each array a farm or a good. */
final class FieldPlan {
    private static final Soil LOAM = new Soil(0.30, 0.15);
    private static final double SEEDLING_ROOTS_METRES = 0.15;
    private static final double BARE_COEFFICIENT = 0.3;
    private static final double SIZE_LOG_DEVIATION = 0.6;
    private static final int DAYS_A_YEAR = 365;

    /** Days over which a harvest is sold off. */
    private static final double SELLING_DAYS = 240;

    /** Days over which the farms of a holding bring their harvests in. */
    private static final double HARVEST_DAYS = 30;

    private static final double DAYS_A_SEASON = 120;

    final int farms;
    final int goods;
    final int mandis;

    final int[] holding;
    final int[] good;
    final int[] mandi;
    final double[] hectares;
    final double[] bestQuintals;
    final double[] storeQuintals;
    final double[] firstHeld;
    final double[] irrigationMillimetres;
    final double[] sensitivity;
    final double[] tabledShare;

    /**
     * By holding and day of the run: crop coefficient, water that roots reach, whether it grows.
     */
    final double[][] coefficient;

    final double[][] available;
    final boolean[][] growing;

    /** By holding and day: days since the crop is ripe. */
    final int[][] sinceRipe;

    /** Days after that in which a farm brings its harvest in. */
    final int[] harvestLag;

    final double[] usualPrice;
    final double[] supportPrice;
    final double[] procuredShare;

    /** Bought a day at the usual price, quintals: by good, then mandi. */
    final double[] usualDemand;

    final double[] elasticity;
    final double rupeesADay;

    FieldPlan(TownPlan plan, Policy policy, LocalDate firstDay, int days, long seed) {
        FarmSupport support = policy.farms();
        farms = plan.population().farms();
        goods = plan.commodities().size();
        mandis = plan.mandis().size();
        holding = new int[farms];
        good = new int[farms];
        mandi = new int[farms];
        hectares = new double[farms];
        bestQuintals = new double[farms];
        storeQuintals = new double[farms];
        firstHeld = new double[farms];
        irrigationMillimetres = new double[farms];
        sensitivity = new double[farms];
        tabledShare = new double[farms];
        int kinds = plan.holdings().size();
        coefficient = new double[kinds][days];
        available = new double[kinds][days];
        growing = new boolean[kinds][days];
        sinceRipe = new int[kinds][days];
        harvestLag = new int[farms];
        usualPrice = new double[goods];
        supportPrice = new double[goods];
        procuredShare = new double[goods];
        elasticity = new double[goods];
        usualDemand = new double[goods * mandis];
        for (int kind = 0; kind < kinds; kind++) {
            grow(kind, crop(plan.holdings().get(kind)), firstDay, days);
        }
        settle(plan, support, firstDay, seed);
        trade(plan, support);
        rupeesADay = support.rupeesPerHectare() / DAYS_A_SEASON;
    }

    private static Crop crop(Holding holding) {
        return CropCalendar.find(holding.crop())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "crop '%s' is not known; allowed are %s"
                                        .formatted(
                                                holding.crop(),
                                                CropCalendar.list().stream()
                                                        .map(Crop::name)
                                                        .toList())));
    }

    private static int dayOfCrop(Crop crop, LocalDate date) {
        int sown = crop.sowing().atYear(date.getYear()).getDayOfYear();
        return Math.floorMod(date.getDayOfYear() - sown, DAYS_A_YEAR) + 1;
    }

    private void grow(int kind, Crop crop, LocalDate firstDay, int days) {
        for (int day = 0; day < days; day++) {
            int age = dayOfCrop(crop, firstDay.plusDays(day));
            boolean stands = age <= crop.coefficient().days();
            growing[kind][day] = stands;
            sinceRipe[kind][day] = Math.floorMod(age - crop.coefficient().days(), DAYS_A_YEAR);
            coefficient[kind][day] = stands ? crop.coefficient().on(age) : BARE_COEFFICIENT;
            double grown = Math.min(1, (double) age / (crop.coefficient().days() / 2.0));
            double roots =
                    SEEDLING_ROOTS_METRES
                            + Math.max(0, crop.rootMetres() - SEEDLING_ROOTS_METRES) * grown;
            available[kind][day] =
                    LOAM.availableMillimetres(stands ? roots : SEEDLING_ROOTS_METRES);
        }
    }

    private void settle(TownPlan plan, FarmSupport support, LocalDate firstDay, long seed) {
        Chance chance = Chance.of(seed, Integer.MIN_VALUE);
        double total = plan.holdings().stream().mapToDouble(Holding::hectares).sum();
        var weight = new double[farms];
        var ofKind = new double[plan.holdings().size()];
        int kind = 0;
        double upTo = farms > 0 ? plan.holdings().getFirst().hectares() : 0;
        for (int farm = 0; farm < farms; farm++) {
            double place = (farm + 0.5) / farms * total;
            while (place > upTo && kind < plan.holdings().size() - 1) {
                kind++;
                upTo += plan.holdings().get(kind).hectares();
            }
            holding[farm] = kind;
            double u = chance.uniform(farm, 0, Draws.LAND);
            weight[farm] = Quantiles.logNormal(u, 0, SIZE_LOG_DEVIATION);
            ofKind[kind] += weight[farm];
        }
        for (int farm = 0; farm < farms; farm++) {
            Holding land = plan.holdings().get(holding[farm]);
            Crop crop = crop(land);
            mandi[farm] = land.mandi();
            good[farm] = goodOf(plan.commodities(), crop.produce());
            hectares[farm] = land.hectares() * weight[farm] / ofKind[holding[farm]];
            bestQuintals[farm] = hectares[farm] * land.bestQuintalsPerHectare();
            storeQuintals[farm] = bestQuintals[farm] * land.storeShare() * support.storeFactor();
            boolean watered =
                    chance.uniform(farm, 1, Draws.LAND)
                            < land.irrigatedShare() + support.irrigatedShareAdded();
            irrigationMillimetres[farm] =
                    watered ? land.irrigationMillimetres() * support.irrigationFactor() : 0;
            sensitivity[farm] = crop.sensitivity();
            tabledShare[farm] = crop.depletionShare();
            int age = dayOfCrop(crop, firstDay);
            int since = Math.floorMod(age - crop.coefficient().days(), DAYS_A_YEAR);
            harvestLag[farm] = (int) (HARVEST_DAYS * chance.uniform(farm, 2, Draws.LAND));
            double left = since <= harvestLag[farm] ? 0 : Math.max(0, 1 - since / SELLING_DAYS);
            firstHeld[farm] = Math.min(storeQuintals[farm], bestQuintals[farm] * left);
        }
    }

    private static int goodOf(List<Commodity> commodities, String crop) {
        int good = 0;
        while (!commodities.get(good).crop().equals(crop)) {
            good++;
        }
        return good;
    }

    private void trade(TownPlan plan, FarmSupport support) {
        double shares = plan.mandis().stream().mapToDouble(m -> m.demandShare()).sum();
        for (int one = 0; one < goods; one++) {
            Commodity commodity = plan.commodities().get(one);
            usualPrice[one] = commodity.rupeesPerQuintal();
            supportPrice[one] = commodity.supportRupeesPerQuintal() * support.supportPriceFactor();
            procuredShare[one] =
                    Math.clamp(commodity.procuredShare() + support.procuredShareAdded(), 0, 1);
            elasticity[one] = commodity.demandElasticity();
            double grown = 0;
            for (Holding land : plan.holdings()) {
                grown +=
                        crop(land).produce().equals(commodity.crop())
                                ? land.hectares() * land.bestQuintalsPerHectare()
                                : 0;
            }
            for (int yard = 0; yard < mandis; yard++) {
                double part = plan.mandis().get(yard).demandShare() / shares;
                usualDemand[one * mandis + yard] = Math.max(1, grown) / DAYS_A_YEAR * part;
            }
        }
    }
}
