package town.nagar.engine.town;

/**
 * What an hour's trips and lorries put onto each road: PCU, and exhaust and dust on a kilometre.
 */
final class RoadLoad {
    final double[] pcu;
    final double[] exhaust;
    final double[] dust;

    private final int[] used;

    /**
     * @param used roads that carry anything in some hour
     */
    RoadLoad(int roads, int[] used) {
        this.used = used;
        pcu = new double[roads];
        exhaust = new double[roads];
        dust = new double[roads];
    }

    /** Takes an hour's lorries in place of what was there. */
    void take(Lorries lorries, int hourOfDay) {
        double[] units = lorries.pcu[hourOfDay];
        double[] burnt = lorries.exhaust[hourOfDay];
        double[] lifted = lorries.dust[hourOfDay];
        for (int road : used) {
            pcu[road] = units[road];
            exhaust[road] = burnt[road];
            dust[road] = lifted[road];
        }
    }

    /** Adds trips along the routes of their pairs. */
    void add(PairTrips trips, Routes routes) {
        for (int index = 0; index < trips.count(); index++) {
            int pair = trips.pair(index);
            double pairUnits = trips.pcu[pair];
            double pairBurnt = trips.exhaust[pair];
            double pairLifted = trips.dust[pair];
            for (int route = routes.firstRoute[pair];
                    route < routes.firstRoute[pair + 1];
                    route++) {
                double share = routes.share[route];
                double units = share * pairUnits;
                double burnt = share * pairBurnt;
                double lifted = share * pairLifted;
                for (int at = routes.firstLink[route]; at < routes.firstLink[route + 1]; at++) {
                    int road = routes.link[at];
                    pcu[road] += units;
                    exhaust[road] += burnt;
                    dust[road] += lifted;
                }
            }
        }
    }
}
