package town.nagar.simulation.scenario;

import town.nagar.simulation.input.Fields;

/** Changes as files say them, in percent of what is. */
final class Change {
    private Change() {}

    /** What a change by so many percent multiplies by; 1 if the field is not there. */
    static double factor(Fields fields, String name, double leastPercent, double mostPercent) {
        return 1 + fields.number(name, leastPercent, mostPercent, 0) / 100;
    }
}
