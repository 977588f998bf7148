package town.nagar.town.simulate;

import java.time.LocalDate;
import java.util.Arrays;
import town.nagar.contracts.places.Place;
import town.nagar.engine.agriculture.Crop;
import town.nagar.engine.agriculture.CropCalendar;
import town.nagar.engine.agriculture.CropSeason;
import town.nagar.engine.agriculture.CropSeason.Watering;
import town.nagar.engine.agriculture.Hargreaves;
import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.agriculture.Soil;

/** What a town's fields would have borne in a past weather, by the engine's crop model. */
public final class Harvests {
    private static final double TURN_MILLIMETRES = 50;
    private static final double SOWN_DEPLETION = 0.3;

    private final LocalDate first;
    private final double[] et0;
    private final double[] rain;

    /**
     * A weather, day by day.
     *
     * @param first its first day
     * @param latitudeDegrees of the town
     * @param leastC coldest of each day
     * @param mostC warmest of each day, as many
     * @param rainMillimetres of each day, as many
     */
    public Harvests(
            LocalDate first,
            double latitudeDegrees,
            double[] leastC,
            double[] mostC,
            double[] rainMillimetres) {
        this.first = first;
        this.rain = rainMillimetres.clone();
        this.et0 = new double[leastC.length];
        for (int day = 0; day < et0.length; day++) {
            int ofYear = Math.min(365, first.plusDays(day).getDayOfYear());
            double radiation = Radiation.extraterrestrial(latitudeDegrees, ofYear);
            et0[day] = Hargreaves.millimetresPerDay(leastC[day], mostC[day], radiation);
        }
    }

    /**
     * What a field bore of the crop sown in a year.
     *
     * @param until harvests on this day or later are not known
     * @return kilograms a hectare; NaN if the crop is not known, or the season lies outside
     */
    public double kilogramsAHectare(Place field, int year, LocalDate until) {
        return CropCalendar.find(field.label("crop"))
                .map(crop -> kilogramsAHectare(field, crop, year, until))
                .orElse(Double.NaN);
    }

    private double kilogramsAHectare(Place field, Crop crop, int year, LocalDate until) {
        LocalDate sown = crop.sowing().atYear(year);
        int from = (int) (sown.toEpochDay() - first.toEpochDay());
        int days = crop.coefficient().days();
        if (from < 0 || from + days > et0.length || !sown.plusDays(days).isBefore(until)) {
            return Double.NaN;
        }
        Soil soil =
                new Soil(
                        share(field.figure("field_capacity"), 0.28),
                        share(field.figure("wilting_point"), 0.14));
        double share =
                CropSeason.grow(
                                crop,
                                soil,
                                new Watering(
                                        FarmLand.irrigationMillimetres(crop.name()),
                                        TURN_MILLIMETRES),
                                Arrays.copyOfRange(et0, from, from + days),
                                Arrays.copyOfRange(rain, from, from + days),
                                SOWN_DEPLETION)
                        .yieldShare();
        return FarmLand.bestKilogramsAHectare(crop.name()) * share;
    }

    /** A percentage as a share; the usual one where it is not known. */
    private static double share(double percent, double usual) {
        return Double.isNaN(percent) ? usual : percent / 100;
    }
}
