package town.nagar.simulation;

import town.nagar.engine.town.Progress;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;

/** What runs a town with and without a policy; the engine does. */
@FunctionalInterface
interface Study {
    TownResult run(
            TownPlan plan,
            Policy baseline,
            Policy policy,
            StudySettings settings,
            Progress progress);
}
