package town.nagar.engine.town.preset;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.town.plan.Commodity;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Mandi;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.traffic.mixed.DayProfile;
import town.nagar.norms.traffic.VehicleClass;

/** What is worked, carried and grown in a {@link Lattice}: kilns at its edge, fields around. */
record GridTrade(Lattice lattice) {
    List<Works> works() {
        HourSet day = HourSet.of(6, 22);
        double side = lattice.sideMetres();
        double scale = lattice.residents() / 400_000;
        int across = lattice.wardsAcross();
        int last = across * across - 1;
        return List.of(
                new Works("K1", last, side + 1_500, side + 500, 35, 0.8 * scale, HourSet.ALL),
                new Works("K2", 0, -1_000, -1_200, 30, 0.6 * scale, HourSet.ALL),
                new Works("F1", across - 1, side - 300, 400, 25, 0.3 * scale, day));
    }

    /** 5.5 % goods among vehicles, as lorries by night and vans by day from corner to corner. */
    List<Freight> freight() {
        List<Double> night = new ArrayList<>();
        List<Double> day = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            night.add(hour < 7 || hour >= 22 ? 0.1 : 0.1 / 15);
            day.add(hour >= 7 && hour < 21 ? 0.9 / 14 : 0.01);
        }
        var lorries = new DayProfile(night);
        var vans = new DayProfile(day);
        double each = lattice.residents() * 0.001;
        int across = lattice.wardsAcross();
        int[] corners = {0, across - 1, across * across - across, across * across - 1};
        List<Freight> all = new ArrayList<>();
        for (int from : corners) {
            for (int to : corners) {
                if (from != to) {
                    all.add(new Freight(from, to, VehicleClass.HEAVY, each / 4, lorries));
                    all.add(new Freight(from, to, VehicleClass.LCV, each / 2, vans));
                }
            }
        }
        return all;
    }

    List<Mandi> mandis() {
        double side = lattice.sideMetres();
        return List.of(
                new Mandi("M001", side / 2, side / 2, 0.6),
                new Mandi("M002", side + 12_000, side / 2, 0.4));
    }

    List<Holding> holdings() {
        double hectares = lattice.residents() / 40;
        return List.of(
                new Holding("wheat", hectares * 0.4, 0, 32, 0.85, 300, 0.6),
                new Holding("mustard", hectares * 0.2, 1, 16, 0.6, 150, 0.5),
                new Holding("cotton", hectares * 0.25, 0, 18, 0.5, 300, 0.4),
                new Holding("potato", hectares * 0.15, 1, 240, 0.95, 350, 0.7));
    }

    /** Support prices of the marketing season 2025-26 where one is set. */
    static List<Commodity> commodities() {
        return List.of(
                new Commodity("wheat", 2_550, -0.34, 2_425, 0.3),
                new Commodity("mustard", 6_100, -0.45, 5_950, 0.2),
                new Commodity("cotton", 7_300, -0.5, 0, 0),
                new Commodity("potato", 1_300, -0.5, 0, 0));
    }
}
