package town.nagar.engine.water;

import town.nagar.engine.water.network.FileUnits;

/** How far a Newton step moved the flows. */
final class StepSize {
    private double sum;
    private double changes;
    private double greatest;

    void clear() {
        sum = 0;
        changes = 0;
        greatest = 0;
    }

    void add(double flow, double change) {
        sum += Math.abs(flow);
        double size = Math.abs(change);
        changes += size;
        greatest = Math.max(greatest, size);
    }

    /** Sum of changes over sum of flows; the sum of changes itself where hardly anything flows. */
    double relative(double accuracy) {
        double smallest = accuracy * FileUnits.CUBIC_FOOT;
        return sum > smallest ? changes / sum : changes / FileUnits.CUBIC_FOOT;
    }

    /** Largest change of one flow, m3/s. */
    double greatest() {
        return greatest;
    }
}
