package town.nagar.engine.agriculture;

/** The daily water balance of fields, one slot in each array a field: FAO-56, chapter 8. */
public final class SoilWater {
    private SoilWater() {}

    /**
     * The share p for a day's demand: the table's p holds at 5 mm/day and shifts by 0.04 a mm,
     * within 0.1 to 0.8 (FAO-56, table 22, footnote).
     */
    public static double depletionShare(double tabled, double cropMillimetresPerDay) {
        return Math.clamp(tabled + 0.04 * (5 - cropMillimetresPerDay), 0.1, 0.8);
    }

    /**
     * Stress factor Ks, 1 while water is readily available and falling to 0 when none is left:
     * equation 84.
     *
     * @param depletionMillimetres what is missing to field capacity, Dr
     * @param availableMillimetres TAW, above 0
     */
    public static double stress(
            double depletionMillimetres, double availableMillimetres, double depletionShare) {
        double left = availableMillimetres - depletionMillimetres;
        return Math.clamp(left / ((1 - depletionShare) * availableMillimetres), 0, 1);
    }

    /**
     * Moves all fields one day on: rain and irrigation in, then what the crop drinks out, then what
     * is more than field capacity drains. All in mm.
     *
     * @param depletion Dr of the evening before; written over
     * @param available TAW, above 0
     * @param tabledShare p of the crop at 5 mm/day
     * @param cropDemand what the crop would drink if water were plenty, ETc
     * @param water rain that ran not off, and irrigation
     * @param drunk receives what the crop drinks, ETa
     * @param drained receives what goes below the roots
     * @throws IllegalArgumentException if lengths differ
     */
    public static void day(
            double[] depletion,
            double[] available,
            double[] tabledShare,
            double[] cropDemand,
            double[] water,
            double[] drunk,
            double[] drained) {
        int fields = depletion.length;
        Ranges.requireLength("available water", available.length, fields);
        Ranges.requireLength("depletion share", tabledShare.length, fields);
        Ranges.requireLength("demand", cropDemand.length, fields);
        Ranges.requireLength("water", water.length, fields);
        Ranges.requireLength("drunk", drunk.length, fields);
        Ranges.requireLength("drained", drained.length, fields);
        for (int field = 0; field < fields; field++) {
            double missing = depletion[field] - water[field];
            double share = depletionShare(tabledShare[field], cropDemand[field]);
            double wanted =
                    stress(Math.max(0, missing), available[field], share) * cropDemand[field];
            drunk[field] = Math.min(wanted, Math.max(0, available[field] - missing));
            double after = missing + drunk[field];
            drained[field] = Math.max(0, -after);
            depletion[field] = Math.max(0, after);
        }
    }
}
