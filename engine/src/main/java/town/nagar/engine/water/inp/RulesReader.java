package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Rule;
import town.nagar.engine.water.network.Rule.Relation;
import town.nagar.engine.water.network.Rule.Subject;
import town.nagar.engine.water.network.Rule.Variable;
import town.nagar.engine.water.network.Valve;

/** Reads [RULES]: RULE, IF, AND, OR, THEN, ELSE, PRIORITY and DISABLED clauses. */
final class RulesReader {
    /** Two numbers of the file this close are equal to a rule. */
    private static final double TOLERANCE = 1e-3;

    private final NodesReader nodes;
    private final LinksReader links;
    private final ControlsReader controls;
    private final FileUnits units;
    private final double pressureMetres;

    RulesReader(
            NodesReader nodes, LinksReader links, ControlsReader controls, OptionsReader options) {
        this.nodes = nodes;
        this.links = links;
        this.controls = controls;
        this.units = options.units();
        this.pressureMetres = units.pressureMetres(options.options().specificGravity());
    }

    private static final class Draft {
        private final InpLine first;
        private final List<Rule.Premise> premises = new ArrayList<>();
        private final List<Rule.Action> then = new ArrayList<>();
        private final List<Rule.Action> otherwise = new ArrayList<>();
        private double priority;
        private String clause = "RULE";
        private boolean isDisabled;

        private Draft(InpLine first) {
            this.first = first;
        }

        private Rule rule() {
            String id = first.text(1, "rule");
            return first.made(() -> new Rule(id, premises, then, otherwise, priority));
        }
    }

    List<Rule> read(List<InpLine> lines) {
        List<Draft> drafts = new ArrayList<>();
        for (InpLine line : lines) {
            if (line.says(0, "RULE")) {
                drafts.add(new Draft(line));
            } else if (drafts.isEmpty()) {
                throw line.refusal("\"%s\": RULE id must come first".formatted(line.word(0)));
            } else {
                take(line, drafts.getLast());
            }
        }
        drafts.removeIf(draft -> draft.isDisabled);
        List<Rule> rules = drafts.stream().map(Draft::rule).toList();
        refuseRounds(drafts, rules);
        return rules;
    }

    private static void refuseRounds(List<Draft> drafts, List<Rule> rules) {
        List<Integer> round = RuleCycles.find(rules);
        if (!round.isEmpty()) {
            List<String> ids =
                    round.stream()
                            .map(at ->
                                    "%s (line %d)"
                                            .formatted(
                                                    rules.get(at).id(),
                                                    drafts.get(at).first.number()))
                            .toList();
            throw drafts.get(round.getFirst())
                    .first
                    .refusal(
                            "rules %s set each other off for ever and open and close the same link; rules that come to rest are allowed"
                                    .formatted(String.join(", ", ids)));
        }
    }

    private void take(InpLine line, Draft draft) {
        switch (line.word(0)) {
            case "IF" -> {
                draft.clause = "IF";
                draft.premises.add(premise(line, false));
            }
            case "OR" -> draft.premises.add(premise(line, true));
            case "AND" -> takeAnd(line, draft);
            case "THEN", "ELSE" -> {
                draft.clause = line.word(0);
                takeAnd(line, draft);
            }
            case "PRIORITY" -> draft.priority = line.number(1, "PRIORITY");
            case "DISABLED" -> draft.isDisabled = true;
            default ->
                    throw line.refusal(
                            "\"%s\": RULE, IF, AND, OR, THEN, ELSE, PRIORITY or DISABLED is allowed"
                                    .formatted(line.word(0)));
        }
    }

    private void takeAnd(InpLine line, Draft draft) {
        switch (draft.clause) {
            case "THEN" -> draft.then.add(action(line));
            case "ELSE" -> draft.otherwise.add(action(line));
            default -> draft.premises.add(premise(line, false));
        }
    }

    private Rule.Action action(InpLine line) {
        int link = links.linkIndex(line, 2);
        int value = line.size() - 1;
        LinkAction action = controls.action(line, links.link(link), value);
        if (!line.says(3, "STATUS") && !line.says(3, "SETTING")) {
            throw line.refusal("\"%s\": STATUS or SETTING is allowed".formatted(line.word(3)));
        }
        return new Rule.Action(link, action);
    }

    private Rule.Premise premise(InpLine line, boolean or) {
        if (line.says(1, "SYST")) {
            return premise(line, or, new Subject.Whole(), 2);
        }
        return premise(line, or, subject(line), 3);
    }

    private Subject subject(InpLine line) {
        String kind = line.word(1);
        return switch (kind.substring(0, Math.min(4, kind.length()))) {
            case "NODE", "JUNC", "RESE", "TANK" -> new Subject.OfNode(nodes.nodeIndex(line, 2));
            case "LINK", "PIPE", "PUMP", "VALV" -> new Subject.OfLink(links.linkIndex(line, 2));
            default ->
                    throw line.refusal(
                            "\"%s\": NODE, JUNCTION, RESERVOIR, TANK, LINK, PIPE, PUMP, VALVE or SYSTEM is allowed"
                                    .formatted(kind));
        };
    }

    private Rule.Premise premise(InpLine line, boolean or, Subject of, int field) {
        Variable variable = variable(line, field);
        Relation relation = relation(line, field + 1);
        if (variable == Variable.STATUS) {
            return new Rule.Premise(or, of, variable, relation, status(line, field + 2));
        }
        if (isTime(variable)) {
            double seconds = Clock.seconds(line, field + 2, "time");
            return new Rule.Premise(
                    or, of, variable, relation, new Rule.Limit.Quantity(seconds, TOLERANCE * 3600));
        }
        double unit = unit(variable, of);
        double value = line.number(field + 2, "value") * unit;
        return new Rule.Premise(
                or, of, variable, relation, new Rule.Limit.Quantity(value, TOLERANCE * unit));
    }

    private static boolean isTime(Variable variable) {
        return switch (variable) {
            case TIME, CLOCK_TIME, FILL_TIME, DRAIN_TIME -> true;
            case DEMAND, HEAD, LEVEL, PRESSURE, FLOW, STATUS, SETTING -> false;
        };
    }

    private double unit(Variable variable, Subject of) {
        return switch (variable) {
            case DEMAND, FLOW -> units.flow().m3PerSecond();
            case HEAD, LEVEL -> units.lengthMetres();
            case PRESSURE -> pressureMetres;
            case SETTING -> settingUnit(of);
            case STATUS, FILL_TIME, DRAIN_TIME, TIME, CLOCK_TIME -> 1;
        };
    }

    private double settingUnit(Subject of) {
        return of instanceof Subject.OfLink(int link) && links.link(link) instanceof Valve valve
                ? links.settingUnit(valve.type())
                : 1;
    }

    private static Variable variable(InpLine line, int field) {
        return switch (line.word(field)) {
            case "DEMAND" -> Variable.DEMAND;
            case "HEAD", "GRADE" -> Variable.HEAD;
            case "LEVEL" -> Variable.LEVEL;
            case "PRESSURE" -> Variable.PRESSURE;
            case "FLOW" -> Variable.FLOW;
            case "STATUS" -> Variable.STATUS;
            case "SETTING" -> Variable.SETTING;
            case "FILLTIME" -> Variable.FILL_TIME;
            case "DRAINTIME" -> Variable.DRAIN_TIME;
            case "TIME" -> Variable.TIME;
            case "CLOCKTIME" -> Variable.CLOCK_TIME;
            default ->
                    throw line.refusal(
                            ("\"%s\": DEMAND, HEAD, GRADE, LEVEL, PRESSURE, FLOW, STATUS, SETTING,"
                                            + " FILLTIME, DRAINTIME, TIME or CLOCKTIME is allowed")
                                    .formatted(line.word(field)));
        };
    }

    private static Relation relation(InpLine line, int field) {
        return switch (line.word(field)) {
            case "=", "IS" -> Relation.EQUAL;
            case "<>", "NOT" -> Relation.NOT_EQUAL;
            case "<", "BELOW" -> Relation.LESS;
            case "<=" -> Relation.LESS_OR_EQUAL;
            case ">", "ABOVE" -> Relation.GREATER;
            case ">=" -> Relation.GREATER_OR_EQUAL;
            default ->
                    throw line.refusal(
                            "\"%s\": =, <>, <, <=, >, >=, IS, NOT, BELOW or ABOVE is allowed"
                                    .formatted(line.word(field)));
        };
    }

    private static Rule.Limit status(InpLine line, int field) {
        return switch (line.word(field)) {
            case "OPEN" -> new Rule.Limit.Standing(Rule.Status.OPEN);
            case "CLOSED" -> new Rule.Limit.Standing(Rule.Status.CLOSED);
            case "ACTIVE" -> new Rule.Limit.Standing(Rule.Status.ACTIVE);
            default ->
                    throw line.refusal(
                            "status \"%s\": OPEN, CLOSED or ACTIVE is allowed"
                                    .formatted(line.word(field)));
        };
    }
}
