package town.nagar.forecast.serving;

import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup.Production;

/**
 * Who speaks of a place.
 *
 * @param snapshot of the version that speaks or, where it may not, of the place
 * @param confirmed whether the registry itself said that it is to
 * @param series the place's index
 * @param reason why a baseline speaks; empty if the version does
 */
record Speaker(Snapshot snapshot, Stage stage, boolean confirmed, int series, String reason) {
    PlacesNow now() {
        return snapshot.now();
    }

    /** The version's number; empty if there is none. */
    String version() {
        return snapshot.production() instanceof Production.Model(var version, _) ? version : "";
    }
}
