package town.nagar.forecast.serving;

import town.nagar.forecast.rollout.Lineup.Production;

/** Whether a model may speak of a place, by what is known of both. */
final class Trust {
    private Trust() {}

    /**
     * Why a snapshot's model must not speak; empty if it may.
     *
     * @param trouble of reading history; empty if there was none
     */
    static String reason(Snapshot snapshot, int series, String trouble) {
        if (!snapshot.misfit().isEmpty()
                || !(snapshot.production() instanceof Production.Model model)) {
            return snapshot.misfit();
        }
        return series < model.saved().provenance().series().size()
                ? dataReason(snapshot.now(), series, trouble)
                : "the place was not there when the model was trained";
    }

    private static String dataReason(PlacesNow now, int series, String trouble) {
        Measure measure = now.measure();
        boolean measured = measure.isMeasured();
        int age = now.age(series);
        if (measured && age > measure.fresh()) {
            String stale =
                    age == Integer.MAX_VALUE
                            ? "nothing is stored of this place"
                            : "the newest stored value is %d steps of %s old"
                                    .formatted(age, measure.step().words());
            return trouble.isEmpty() ? stale : trouble + "; " + stale;
        }
        int known = now.known(series, measure.needed());
        return 2 * known < measure.needed()
                ? "only %d of the last %d values are known".formatted(known, measure.needed())
                : now.complaint(series);
    }
}
