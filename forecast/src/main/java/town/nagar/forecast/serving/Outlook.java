package town.nagar.forecast.serving;

import java.util.List;
import java.util.Optional;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup;
import town.nagar.forecast.rollout.Lineup.Production;

/**
 * What all versions of a measure's model say of now.
 *
 * @param speaking with the version in production, or none
 * @param beside with each other version
 */
record Outlook(Lineup lineup, Snapshot speaking, List<Beside> beside) {
    /** A version that forecasts beside the one in production. */
    record Beside(Stage stage, Snapshot snapshot) {}

    Outlook {
        beside = List.copyOf(beside);
    }

    /** The same as versions stand now. */
    Outlook under(Lineup now) {
        return new Outlook(now, speaking, beside);
    }

    /** With the version in canary, if it is shown to whoever has this key. */
    Optional<Snapshot> canary(String key) {
        return beside.stream()
                .filter(one -> one.stage() == Stage.CANARY)
                .map(Beside::snapshot)
                .filter(snapshot ->
                        snapshot.production() instanceof Production.Model model
                                && lineup.shows(model, key))
                .findFirst();
    }
}
