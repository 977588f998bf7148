package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;

/** What a run has added up of its roads and air, hour by hour, since it began. */
final class Tally {
    static final int DAY_FROM = 8;
    static final int DAY_UNTIL = 20;

    static final int PCU_KM = 0;
    static final int CONGESTED = 1;
    static final int PEAK_PCU_KM = 2;
    static final int PEAK_CONGESTED = 3;
    static final int BUS_KM = 4;
    static final int FREIGHT_KM = 5;
    static final int EXHAUST = 6;
    static final int DUST = 7;
    static final int PM25_DAY = 8;
    static final int PM25_NIGHT = 9;
    static final int AQI = 10;
    static final int GOOD_DAYS = 11;
    static final int FOOD = 12;
    private static final int SLOTS = 13;

    private static final int LAST_GOOD_INDEX = 100;

    private final double[] sums = new double[SLOTS];
    private final double[] residentShare;

    Tally(Scene scene) {
        double all = scene.plan.residents();
        residentShare =
                scene.plan.zones().stream().mapToDouble(zone -> zone.residents() / all).toArray();
    }

    void reset() {
        Arrays.fill(sums, 0);
    }

    /** Adds an hour. */
    void hour(int hourOfDay, Streets streets, Sky sky) {
        sums[PCU_KM] += streets.pcuKm;
        sums[CONGESTED] += streets.congestedPcuKm;
        boolean morning = hourOfDay >= 8 && hourOfDay < 11;
        boolean evening = hourOfDay >= 17 && hourOfDay < 20;
        boolean peak = morning || evening;
        sums[PEAK_PCU_KM] += peak ? streets.pcuKm : 0;
        sums[PEAK_CONGESTED] += peak ? streets.congestedPcuKm : 0;
        sums[BUS_KM] += streets.busKm;
        sums[FREIGHT_KM] += streets.freightKm;
        sums[EXHAUST] += streets.exhaustGrams;
        sums[DUST] += streets.dustGrams;
        double mean = 0;
        for (int zone = 0; zone < residentShare.length; zone++) {
            mean += residentShare[zone] * sky.pm25[zone];
        }
        boolean light = hourOfDay >= DAY_FROM && hourOfDay < DAY_UNTIL;
        sums[light ? PM25_DAY : PM25_NIGHT] += mean;
    }

    /** Adds a day's index of the air, the residents' mean, and its prices of food. */
    void dusk(Sky sky, double prices) {
        double index = 0;
        for (int zone = 0; zone < residentShare.length; zone++) {
            index +=
                    residentShare[zone]
                            * SubIndex.indexOf(Pollutant.PM25, Math.max(0, sky.dayMean(zone)));
        }
        sums[AQI] += index;
        sums[GOOD_DAYS] += index <= LAST_GOOD_INDEX ? 1 : 0;
        sums[FOOD] += prices;
    }

    /** The sum of one slot. */
    double get(int slot) {
        return sums[slot];
    }

    double[][] state() {
        return new double[][] {sums};
    }
}
