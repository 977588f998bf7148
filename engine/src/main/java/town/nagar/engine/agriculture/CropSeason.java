package town.nagar.engine.agriculture;

/** One field from sowing to harvest: the soil's water day by day, and the yield at the end. */
public final class CropSeason {
    private static final double SEEDLING_ROOTS_METRES = 0.15;

    private CropSeason() {}

    /**
     * A season's sums, mm, and the yield.
     *
     * @param demandMillimetres ETm
     * @param drunkMillimetres ETa
     * @param drainedMillimetres water lost below the roots
     * @param irrigatedMillimetres water given
     * @param stressedDays days on which the crop got less than it asked for
     * @param lastDepletionMillimetres Dr at harvest
     * @param yieldShare of the best yield, 0 to 1
     */
    public record Harvest(
            double demandMillimetres,
            double drunkMillimetres,
            double drainedMillimetres,
            double irrigatedMillimetres,
            int stressedDays,
            double lastDepletionMillimetres,
            double yieldShare) {}

    /**
     * Who opens the sluice.
     *
     * @param mostMillimetres all water that there is for the season, from 0
     * @param turnMillimetres water of one turn, above 0
     */
    public record Watering(double mostMillimetres, double turnMillimetres) {
        /** Nobody. */
        public static final Watering NONE = new Watering(0, 1);

        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Watering {
            Ranges.requireBetween("irrigation of the season, mm", mostMillimetres, 0, 1e5);
            Ranges.requireBetween("irrigation of a turn, mm", turnMillimetres, 1e-6, 1e5);
        }
    }

    /**
     * Grows a crop. Roots go down evenly until the middle of the season, into soil at the depletion
     * it was sown in; a turn is given on the day that readily available water is used up.
     *
     * @param et0 mm/day, at least as many days as the crop stands
     * @param rain mm/day that does not run off, as many
     * @param sownDepletionShare how empty the soil is at sowing, 0 full to 1 dry
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public static Harvest grow(
            Crop crop,
            Soil soil,
            Watering watering,
            double[] et0,
            double[] rain,
            double sownDepletionShare) {
        Ranges.requireBetween("days of ET0", et0.length, crop.coefficient().days(), 10_000);
        Ranges.requireBetween("days of rain", rain.length, crop.coefficient().days(), 10_000);
        Ranges.requireBetween("depletion at sowing", sownDepletionShare, 0, 1);
        var field = new Field(crop, soil, watering, sownDepletionShare);
        for (int day = 1; day <= crop.coefficient().days(); day++) {
            field.live(day, et0[day - 1], rain[day - 1]);
        }
        return field.harvest();
    }

    private static final class Field {
        private final Crop crop;
        private final Soil soil;
        private final Watering watering;
        private final double sownDepletionShare;
        private final double[] depletion = new double[1];
        private final double[] available = new double[1];
        private final double[] share = new double[1];
        private final double[] demand = new double[1];
        private final double[] water = new double[1];
        private final double[] drunk = new double[1];
        private final double[] drained = new double[1];
        private double demandSum;
        private double drunkSum;
        private double drainedSum;
        private double irrigatedSum;
        private int stressedDays;

        private Field(Crop crop, Soil soil, Watering watering, double sownDepletionShare) {
            this.crop = crop;
            this.soil = soil;
            this.watering = watering;
            this.sownDepletionShare = sownDepletionShare;
            share[0] = crop.depletionShare();
        }

        private void live(int day, double et0, double rain) {
            reachDown(day);
            demand[0] = crop.coefficient().on(day) * et0;
            water[0] = rain + turn(rain);
            SoilWater.day(depletion, available, share, demand, water, drunk, drained);
            demandSum += demand[0];
            drunkSum += drunk[0];
            drainedSum += drained[0];
            stressedDays += drunk[0] < demand[0] ? 1 : 0;
        }

        private void reachDown(int day) {
            double shallow = Math.min(SEEDLING_ROOTS_METRES, crop.rootMetres());
            double depth =
                    shallow + (crop.rootMetres() - shallow) * crop.coefficient().rootShare(day);
            double reached = soil.availableMillimetres(depth);
            depletion[0] += (reached - available[0]) * sownDepletionShare;
            available[0] = reached;
        }

        private double turn(double rain) {
            double readily =
                    SoilWater.depletionShare(crop.depletionShare(), demand[0]) * available[0];
            boolean due = depletion[0] - rain + demand[0] > readily;
            double left = watering.mostMillimetres() - irrigatedSum;
            double given = due ? Math.min(left, watering.turnMillimetres()) : 0;
            irrigatedSum += given;
            return given;
        }

        private Harvest harvest() {
            double evaporationShare = demandSum > 0 ? Math.min(1, drunkSum / demandSum) : 1;
            return new Harvest(
                    demandSum,
                    drunkSum,
                    drainedSum,
                    irrigatedSum,
                    stressedDays,
                    depletion[0],
                    YieldResponse.share(crop.sensitivity(), evaporationShare));
        }
    }
}
