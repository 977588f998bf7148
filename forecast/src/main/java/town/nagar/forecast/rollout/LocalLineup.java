package town.nagar.forecast.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup.Beside;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.LocalCopies.Standings;
import town.nagar.forecast.rollout.LocalCopies.Stood;

/** The lineup of which local copies are kept, until the registry has answered. */
final class LocalLineup {
    private LocalLineup() {}

    static Seen read(String name, LocalCopies copies, OpenModels models) {
        Standings standings = copies.find(name).orElse(Standings.NONE);
        Production production =
                new Production.Unusable("", "the model registry has not answered yet");
        List<Beside> beside = new ArrayList<>();
        for (Stood one : standings.versions()) {
            Optional<SavedModel> saved = models.findLocal(name, one.hash());
            Stage stage = Stage.find(one.stage()).orElse(Stage.ARCHIVED);
            if (stage == Stage.PRODUCTION) {
                production = spoken(one, saved);
            } else {
                saved.ifPresent(model ->
                        beside.add(new Beside(stage, new Production.Model(one.version(), model))));
            }
        }
        Lineup lineup = new Lineup(production, beside, standings.canaryShare(), false);
        return new Seen(lineup, standings);
    }

    private static Production spoken(Stood one, Optional<SavedModel> saved) {
        return saved.isPresent()
                ? new Production.Model(one.version(), saved.get())
                : new Production.Unusable(
                        one.version(),
                        "version %s has no local copy that can be used".formatted(one.version()));
    }
}
