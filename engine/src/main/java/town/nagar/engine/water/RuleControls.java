package town.nagar.engine.water;

import java.util.Arrays;
import java.util.List;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Rule;
import town.nagar.engine.water.network.Rule.Limit;
import town.nagar.engine.water.network.Rule.Premise;
import town.nagar.engine.water.network.Rule.Relation;
import town.nagar.engine.water.network.Rule.Subject;

/** Rules of several conditions and actions, looked at each rule step. */
final class RuleControls {
    private static final long DAY = 86_400;

    private final Layout layout;
    private final State state;
    private final Tanks tanks;
    private final long startClock;
    private final Rule[] rules;

    /** Rule whose action is to be taken on a link, -1 for none; and that action. */
    private final int[] chosenRule;

    private final LinkAction[] chosenAction;

    RuleControls(Network network, Layout layout, State state, Tanks tanks) {
        this.layout = layout;
        this.state = state;
        this.tanks = tanks;
        startClock = network.times().startClockSeconds();
        rules = network.rules().toArray(Rule[]::new);
        chosenRule = new int[layout.linkCount];
        chosenAction = new LinkAction[layout.linkCount];
        Arrays.fill(chosenAction, new LinkAction.Open());
    }

    boolean isEmpty() {
        return rules.length == 0;
    }

    /**
     * Looks at all rules and does what they ask.
     *
     * @param time now
     * @param elapsed seconds since they were looked at last
     * @return whether that changed a link
     */
    boolean apply(long time, long elapsed) {
        Arrays.fill(chosenRule, -1);
        for (int i = 0; i < rules.length; i++) {
            choose(i, holds(rules[i], time, elapsed) ? rules[i].then() : rules[i].otherwise());
        }
        boolean changed = false;
        for (int k = 0; k < layout.linkCount; k++) {
            changed |= chosenRule[k] >= 0 && act(k, chosenAction[k]);
        }
        return changed;
    }

    /** The first rule acts on a link, unless a later one has a higher priority. */
    private void choose(int rule, List<Rule.Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            int k = actions.get(i).link();
            int before = chosenRule[k];
            if (before < 0 || rules[rule].priority() > rules[before].priority()) {
                chosenRule[k] = rule;
                chosenAction[k] = actions.get(i).action();
            }
        }
    }

    private boolean act(int k, LinkAction action) {
        boolean differs =
                switch (action) {
                    case LinkAction.Open _ -> state.isShut(k);
                    case LinkAction.Close _ -> !state.isShut(k);
                    case LinkAction.Set(double value) -> !(state.setting[k] == value);
                };
        if (differs) {
            state.act(k, action);
        }
        return differs;
    }

    /** Clauses joined by OR stand in for those before them; AND binds loosest. */
    private boolean holds(Rule rule, long time, long elapsed) {
        boolean result = true;
        List<Premise> premises = rule.premises();
        for (int i = 0; i < premises.size(); i++) {
            Premise premise = premises.get(i);
            if (!premise.or() && !result) {
                return false;
            }
            if (!premise.or() || !result) {
                result = holds(premise, time, elapsed);
            }
        }
        return result;
    }

    private boolean holds(Premise premise, long time, long elapsed) {
        return switch (premise.limit()) {
            case Limit.Standing(Rule.Status status) -> statusHolds(premise, status);
            case Limit.Quantity(double limit, double near) ->
                    switch (premise.variable()) {
                        case TIME -> timeHolds(premise, limit, time - elapsed + 1, time);
                        case CLOCK_TIME ->
                                timeHolds(
                                        premise,
                                        limit,
                                        (time - elapsed + 1 + startClock) % DAY,
                                        (time + startClock) % DAY);
                        case DEMAND,
                                HEAD,
                                LEVEL,
                                PRESSURE,
                                FLOW,
                                STATUS,
                                SETTING,
                                FILL_TIME,
                                DRAIN_TIME ->
                                valueHolds(premise.is(), value(premise), limit, near);
                    };
        };
    }

    /** A moment is equal to a time if it lay between two looks, perhaps across midnight. */
    private static boolean timeHolds(Premise premise, double at, long since, long now) {
        boolean passed = since <= now ? at >= since && at <= now : at >= since || at <= now;
        return switch (premise.is()) {
            case LESS -> now < at;
            case LESS_OR_EQUAL -> now <= at;
            case GREATER -> now > at;
            case GREATER_OR_EQUAL -> now >= at;
            case EQUAL -> passed;
            case NOT_EQUAL -> !passed;
        };
    }

    private boolean statusHolds(Premise premise, Rule.Status asked) {
        if (!(premise.of() instanceof Subject.OfLink(int k))) {
            return false;
        }
        Rule.Status standing = Rule.Status.OPEN;
        if (state.isShut(k)) {
            standing = Rule.Status.CLOSED;
        } else if (state.status[k] == Status.ACTIVE) {
            standing = Rule.Status.ACTIVE;
        }
        return (standing == asked) == (premise.is() == Relation.EQUAL);
    }

    private double value(Premise premise) {
        return switch (premise.of()) {
            case Subject.Whole() -> wholeDemand();
            case Subject.OfNode(int node) -> nodeValue(premise.variable(), node);
            case Subject.OfLink(int link) ->
                    premise.variable() == Rule.Variable.FLOW
                            ? Math.abs(state.flow[link])
                            : state.setting[link];
        };
    }

    private double wholeDemand() {
        double sum = 0;
        for (double demand : state.wanted) {
            sum += Math.max(demand, 0);
        }
        return sum;
    }

    private double nodeValue(Rule.Variable variable, int node) {
        double outflow = state.outflow[node];
        return switch (variable) {
            case DEMAND -> outflow;
            case HEAD -> state.head[node];
            case LEVEL, PRESSURE -> state.head[node] - layout.elevation[node];
            case FILL_TIME -> tanks.isTank(node) ? time(tanks.room(node), outflow) : Double.NaN;
            case DRAIN_TIME -> tanks.isTank(node) ? time(tanks.stock(node), -outflow) : Double.NaN;
            case FLOW, STATUS, SETTING, TIME, CLOCK_TIME -> Double.NaN;
        };
    }

    private static double time(double volume, double flow) {
        return flow > Tolerances.REST ? volume / flow : Double.NaN;
    }

    /** A value that cannot be told meets no condition. */
    private static boolean valueHolds(Relation is, double value, double limit, double near) {
        return switch (is) {
            case EQUAL -> Math.abs(value - limit) <= near;
            case NOT_EQUAL -> Math.abs(value - limit) >= near;
            case LESS -> value <= limit + near;
            case LESS_OR_EQUAL -> value <= limit - near;
            case GREATER -> value >= limit - near;
            case GREATER_OR_EQUAL -> value >= limit + near;
        };
    }
}
