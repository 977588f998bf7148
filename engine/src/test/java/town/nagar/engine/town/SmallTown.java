package town.nagar.engine.town;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.preset.GridTown;

/** A town small enough to be run in a test. */
final class SmallTown {
    static final TownPlan PLAN = GridTown.small(400, 200, 30, 12);

    /** Two days from a Monday in April, when wheat, mustard and potatoes are in store. */
    static final StudySettings SETTINGS = settings(2, 4, 1);

    /** Cars and two-wheelers stay at home every other day, all day. */
    static final Policy ODD_EVEN =
            Policy.none()
                    .named("odd-even")
                    .withPlates(
                            List.of(
                                    new PlateLimit(
                                            Set.of(VehicleClass.CAR, VehicleClass.TWO_WHEELER),
                                            Set.of(),
                                            0,
                                            HourSet.ALL,
                                            true,
                                            Set.of(),
                                            2)));

    /** What all tests with these settings share: no policy, and odd-even. */
    static final List<Scene> SCENES = Scenes.of(PLAN, Policy.none(), ODD_EVEN, SETTINGS);

    private SmallTown() {}

    static StudySettings settings(int days, int runs, int threads) {
        return StudySettings.of(LocalDate.of(2026, 4, 6), days, 11, runs, threads);
    }

    static TownRun without(TownWatch watch) {
        return new TownRun(SCENES.getFirst(), watch);
    }

    static TownRun with(TownWatch watch) {
        return new TownRun(SCENES.getLast(), watch);
    }
}
