package town.nagar.simulation.scenario;

import java.util.List;
import town.nagar.engine.town.policy.Policy;
import town.nagar.simulation.input.Fields;

/**
 * A kind of change that a scenario can make in a town.
 *
 * @param name in files
 * @param otherNames that files may use too
 * @param reading takes its fields and joins what they say to the changes before
 * @param evidence what was measured where it was tried, with the source
 * @param limits what the model cannot say about it
 * @param costs where it was tried
 */
record InterventionKind(
        String name,
        List<String> otherNames,
        Reading reading,
        List<String> evidence,
        List<String> limits,
        Costs costs) {
    InterventionKind {
        otherNames = List.copyOf(otherNames);
        evidence = List.copyOf(evidence);
        limits = List.copyOf(limits);
    }

    static InterventionKind of(String name, Reading reading) {
        return new InterventionKind(
                name, List.of(), reading, List.of(), List.of(), new Costs.Unknown());
    }

    InterventionKind alsoNamed(String... others) {
        return new InterventionKind(name, List.of(others), reading, evidence, limits, costs);
    }

    InterventionKind withEvidence(String... notes) {
        return new InterventionKind(name, otherNames, reading, List.of(notes), limits, costs);
    }

    InterventionKind withLimits(String... notes) {
        return new InterventionKind(name, otherNames, reading, evidence, List.of(notes), costs);
    }

    InterventionKind costing(double rupeesPerResidentDay, String source) {
        return new InterventionKind(
                name,
                otherNames,
                reading,
                evidence,
                limits,
                new Costs.Elsewhere(rupeesPerResidentDay, source));
    }

    /** How the fields of one intervention become part of a policy. */
    @FunctionalInterface
    interface Reading {
        /** Notes in the fields what is wrong, and then answers by what stands in for it. */
        Policy read(Fields fields, TownIds ids, Policy before);
    }
}
