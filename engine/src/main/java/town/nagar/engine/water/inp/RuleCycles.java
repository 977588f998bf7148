package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Rule;
import town.nagar.engine.water.network.Rule.Limit.Standing;
import town.nagar.engine.water.network.Rule.Status;
import town.nagar.engine.water.network.Rule.Subject.OfLink;

/**
 * Finds rules that undo each other for ever: what one does to links makes the next one act, and so
 * on round to the first, while some link is both opened and closed. Rules that look at anything but
 * whether links are open are left alone.
 */
final class RuleCycles {
    private static final int LONGEST = 6;

    private final List<Rule> rules;

    /** The THEN or ELSE part of a rule. */
    private record Branch(int rule, boolean then) {}

    private RuleCycles(List<Rule> rules) {
        this.rules = rules;
    }

    /** Places of the rules of one round, in the order in which they act; none if there is none. */
    static List<Integer> find(List<Rule> rules) {
        return new RuleCycles(rules).find();
    }

    private List<Integer> find() {
        for (int rule = 0; rule < rules.size(); rule++) {
            for (boolean then : new boolean[] {true, false}) {
                List<Branch> round = roundOf(new ArrayList<>(List.of(new Branch(rule, then))));
                if (!round.isEmpty()) {
                    return round.stream().map(Branch::rule).distinct().toList();
                }
            }
        }
        return List.of();
    }

    private List<Branch> roundOf(List<Branch> path) {
        for (Branch next : setOffBy(path.getLast())) {
            if (next.equals(path.getFirst()) && undoes(path)) {
                return path;
            }
            if (!path.contains(next) && path.size() < LONGEST) {
                path.add(next);
                List<Branch> round = roundOf(path);
                if (!round.isEmpty()) {
                    return round;
                }
                path.removeLast();
            }
        }
        return List.of();
    }

    private List<Branch> setOffBy(Branch branch) {
        Map<Integer, Status> done = done(branch);
        var next = new ArrayList<Branch>();
        for (int rule = 0; rule < rules.size(); rule++) {
            Optional<Boolean> holds = holds(rules.get(rule), done);
            if (holds.isPresent() && !actions(new Branch(rule, holds.get())).isEmpty()) {
                next.add(new Branch(rule, holds.get()));
            }
        }
        return next;
    }

    private List<Rule.Action> actions(Branch branch) {
        Rule rule = rules.get(branch.rule());
        return branch.then() ? rule.then() : rule.otherwise();
    }

    private Map<Integer, Status> done(Branch branch) {
        var done = new HashMap<Integer, Status>();
        for (Rule.Action action : actions(branch)) {
            switch (action.action()) {
                case LinkAction.Open() -> done.put(action.link(), Status.OPEN);
                case LinkAction.Close() -> done.put(action.link(), Status.CLOSED);
                case LinkAction.Set(var _) -> done.remove(action.link());
            }
        }
        return done;
    }

    /** Whether a rule's premises hold; empty if these links alone do not tell. */
    private static Optional<Boolean> holds(Rule rule, Map<Integer, Status> links) {
        boolean holds = true;
        for (Rule.Premise premise : rule.premises()) {
            if (!(premise.of() instanceof OfLink(int link)
                    && premise.limit() instanceof Standing(Status asked)
                    && links.containsKey(link))) {
                return Optional.empty();
            }
            boolean same = links.get(link) == asked;
            boolean clause = same == (premise.is() == Rule.Relation.EQUAL);
            holds = premise.or() ? holds || clause : holds && clause;
        }
        return Optional.of(holds);
    }

    private boolean undoes(List<Branch> round) {
        var before = new HashMap<Integer, Status>();
        for (Branch branch : round) {
            for (Map.Entry<Integer, Status> one : done(branch).entrySet()) {
                Status earlier = before.putIfAbsent(one.getKey(), one.getValue());
                if (earlier != null && earlier != one.getValue()) {
                    return true;
                }
            }
        }
        return false;
    }
}
