package town.nagar.forecast.quality;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;

/**
 * One question to published data: how far ahead, over which period, against which baseline.
 *
 * @param key short name for {@code --tasks}
 * @param origins when forecasts are made
 * @param horizon steps
 * @param costly models that are walked beside the usual ones
 * @param firstStep first step ahead that is scored, from 1
 * @param lastStep last one
 * @param squared whether the root mean squared error is compared, not the mean absolute one
 * @param baseline a model's name, or {@link #EARLIER_WEEK_MEAN}
 * @param floorPercent by how much the baseline must be undercut
 * @param aimPercent by how much it should
 * @param promise what the design document says of the like, on data it does not name
 */
record QualityTask(
        String key,
        String title,
        Domain domain,
        Path series,
        Optional<Path> covariates,
        List<LocalDateTime> origins,
        int horizon,
        List<String> costly,
        int firstStep,
        int lastStep,
        boolean squared,
        String baseline,
        double floorPercent,
        double aimPercent,
        String promise) {

    /** The mean of the hour of the week over all that came before the first origin. */
    static final String EARLIER_WEEK_MEAN = "week-mean of earlier years";

    QualityTask {
        origins = List.copyOf(origins);
        costly = List.copyOf(costly);
    }

    /** The error compared, by name. */
    String measure() {
        return squared ? "RMSE" : "MAE";
    }
}
