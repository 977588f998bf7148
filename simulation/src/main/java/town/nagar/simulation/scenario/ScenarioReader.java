package town.nagar.simulation.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.simulation.input.Fields;
import town.nagar.simulation.input.InputException;

/** Reads the body of {@code POST /simulate/scenario} or of {@code POST /simulate/whatif}. */
public final class ScenarioReader {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final int MOST_DAYS = 366;
    private static final int SCENARIO_DAYS = 30;
    private static final int SCENARIO_RUNS = 200;
    private static final int WHAT_IF_DAYS = 7;
    private static final int WHAT_IF_RUNS = 64;

    private static final Map<String, InterventionKind> KINDS = Interventions.byAnyName();

    private final Fields all;
    private final Fields parameters;
    private final TownIds ids;
    private final List<InterventionKind> kinds = new ArrayList<>();
    private final List<InterventionKind> ofBackground = new ArrayList<>();

    private ScenarioReader(Fields all, Supplier<TownPlan> plan) {
        this.all = all;
        this.parameters = all.object("parameters");
        this.ids = new TownIds(plan);
    }

    /**
     * The scenario that a text is.
     *
     * @param file what messages call the text
     * @param plan of the town whose zones and roads it may name; asked for only if it names any
     * @param mostAgents that fit into memory
     * @param today the first day of a what-if that names none
     * @throws InputException with a line for everything that is wrong: file, line, field, value and
     *     what is allowed
     */
    public static Scenario read(
            String file, String text, Supplier<TownPlan> plan, int mostAgents, LocalDate today) {
        Fields all = Fields.read(file, text);
        Scenario scenario = new ScenarioReader(all, plan).scenario(mostAgents, today);
        all.problems().throwIfAny();
        return scenario;
    }

    private Scenario scenario(int mostAgents, LocalDate today) {
        boolean whatIf = all.has("question");
        String name =
                whatIf
                        ? all.text("question", "what if")
                        : all.require("scenario_name").text("scenario_name", "baseline");
        if (!whatIf) {
            parameters.require("start_date");
        }
        LocalDate firstDay = parameters.date("start_date", EARLIEST, LATEST, today);
        long days =
                parameters.whole(
                        "duration_days", 1, MOST_DAYS, whatIf ? WHAT_IF_DAYS : SCENARIO_DAYS);
        Policy baseline = background();
        Policy policy = interventions(name, baseline);
        var scenario =
                new Scenario(
                        name,
                        all.text("description", ""),
                        firstDay,
                        (int) days,
                        kinds.stream().map(InterventionKind::name).toList(),
                        baseline.named("baseline"),
                        policy.named(name),
                        Costs.read(all, "costs", usualCosts()),
                        RunOrder.read(
                                all.object("simulation_config"),
                                mostAgents,
                                whatIf ? WHAT_IF_RUNS : SCENARIO_RUNS),
                        notes(InterventionKind::evidence),
                        notes(InterventionKind::limits),
                        all.json());
        parameters.refuseUnknown();
        all.refuseUnknown();
        return scenario;
    }

    private Policy background() {
        if (!all.has("background")) {
            return Policy.none();
        }
        Policy policy = Policy.none();
        for (Fields one : all.objects("background")) {
            policy = typed(one, policy);
        }
        ofBackground.addAll(kinds);
        kinds.clear();
        return policy;
    }

    private Policy interventions(String name, Policy baseline) {
        if (all.has("interventions")) {
            Policy policy = baseline;
            for (Fields one : all.objects("interventions")) {
                policy = typed(one, policy);
            }
            if (all.isEmptyList("interventions")) {
                all.refuse("interventions", " with nothing in it; allowed are one or more");
            }
            return policy;
        }
        return named(name, baseline);
    }

    /** The one intervention that the scenario's name or its parameters tell. */
    private Policy named(String name, Policy baseline) {
        if (parameters.has("intervention")) {
            InterventionKind kind = parameters.word("intervention", KINDS, anyKind());
            return read(kind, parameters, baseline);
        }
        Optional<InterventionKind> kind = Optional.ofNullable(KINDS.get(asWord(name)));
        if (kind.isEmpty()) {
            all.refuseWord(
                    all.has("question") ? "question" : "scenario_name",
                    "names no intervention, and neither interventions nor parameters.intervention is there",
                    KINDS.keySet());
            parameters.acceptAll();
            return baseline;
        }
        return read(kind.get(), parameters, baseline);
    }

    private static InterventionKind anyKind() {
        return InterventionKind.of(
                "",
                (fields, _, before) -> {
                    fields.acceptAll();
                    return before;
                });
    }

    private static String asWord(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }

    private Policy typed(Fields one, Policy before) {
        one.require("type");
        Policy policy = read(one.word("type", KINDS, anyKind()), one, before);
        one.refuseUnknown();
        return policy;
    }

    private Policy read(InterventionKind kind, Fields fields, Policy before) {
        kinds.add(kind);
        try {
            return kind.reading().read(fields, ids, before);
        } catch (IllegalArgumentException e) {
            fields.refuseAll(
                    "with those before it makes a policy that is not allowed: " + e.getMessage());
            return before;
        }
    }

    /** Those of elsewhere if they are known of all that the scenario is made of: of one kind. */
    private Costs usualCosts() {
        return kinds.size() == 1 ? kinds.getFirst().costs() : new Costs.Unknown();
    }

    private List<String> notes(Function<InterventionKind, List<String>> which) {
        Set<String> notes = new LinkedHashSet<>();
        ofBackground.forEach(kind -> notes.addAll(which.apply(kind)));
        kinds.forEach(kind -> notes.addAll(which.apply(kind)));
        return List.copyOf(notes);
    }
}
