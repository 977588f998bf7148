package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.Climate;
import town.nagar.engine.town.policy.Outlook;

/** Who makes the weather of a run; may keep scratch arrays, as no two threads share one. */
@FunctionalInterface
public interface WeatherMaker {
    /**
     * Fills every day and hour.
     *
     * @param chance of the run
     * @param outlook what the future changes of the climate
     */
    void make(Chance chance, Climate climate, Outlook outlook, Weather into);
}
