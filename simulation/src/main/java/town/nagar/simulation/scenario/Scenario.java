package town.nagar.simulation.scenario;

import java.time.LocalDate;
import java.util.List;
import town.nagar.engine.town.policy.Policy;

/**
 * What a simulation is asked.
 *
 * @param name of the scenario, or the question of a what-if
 * @param description may be empty
 * @param firstDay of every run
 * @param days that a run lasts, 1 to 366
 * @param interventions names of the kinds it is made of
 * @param baseline what holds without them: the future that both sides live in
 * @param policy what holds with them
 * @param evidence what was measured where such was tried
 * @param limits what the model cannot say about them
 * @param request as it was asked: a JSON object on one line
 */
public record Scenario(
        String name,
        String description,
        LocalDate firstDay,
        int days,
        List<String> interventions,
        Policy baseline,
        Policy policy,
        Costs costs,
        RunOrder order,
        List<String> evidence,
        List<String> limits,
        String request) {
    public Scenario {
        interventions = List.copyOf(interventions);
        evidence = List.copyOf(evidence);
        limits = List.copyOf(limits);
    }

    /** The same, run otherwise. */
    public Scenario withOrder(RunOrder other) {
        return new Scenario(
                name,
                description,
                firstDay,
                days,
                interventions,
                baseline,
                policy,
                costs,
                other,
                evidence,
                limits,
                request);
    }
}
