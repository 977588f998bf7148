package town.nagar.engine.town;

import java.util.List;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.uncertainty.Workers;

/** What the runs of a baseline share, and those of a policy, worked out side by side. */
final class Scenes {
    private static final int SIDES = 2;

    private final TownPlan plan;
    private final List<Policy> policies;
    private final StudySettings settings;
    private final Agents agents;
    private final WaterTable[] water = new WaterTable[SIDES];
    private final TypicalTraffic[] traffic = new TypicalTraffic[SIDES];

    private Scenes(TownPlan plan, Policy baseline, Policy policy, StudySettings settings) {
        this.plan = plan;
        this.policies = List.of(baseline, policy);
        this.settings = settings;
        this.agents = new Agents(plan, settings.seed());
    }

    /** The scene of the baseline, then that of the policy. */
    static List<Scene> of(TownPlan plan, Policy baseline, Policy policy, StudySettings settings) {
        return new Scenes(plan, baseline, policy, settings).prepare();
    }

    private List<Scene> prepare() {
        sideBySide(
                () -> traffic[0] = new TypicalTraffic(plan, policies.getFirst(), agents),
                this::solveWater);
        TypicalTraffic start = traffic[0];
        sideBySide(() -> settle(0, start), () -> settle(1, start));
        boolean[] used = Scene.marks(traffic[0]);
        boolean[] others = Scene.marks(traffic[1]);
        for (int road = 0; road < used.length; road++) {
            used[road] |= others[road];
        }
        var air = new AirPlan(plan, used, settings.threads());
        return List.of(scene(0, air), scene(1, air));
    }

    private void settle(int side, TypicalTraffic start) {
        traffic[side] = new TypicalTraffic(plan, policies.get(side), agents, start);
    }

    /** Pipes that no change tells apart are solved once. */
    private void solveWater() {
        water[0] = new WaterTable(plan, policies.getFirst());
        boolean same = policies.getFirst().water().equals(policies.getLast().water());
        water[1] = same ? water[0] : new WaterTable(plan, policies.getLast());
    }

    private Scene scene(int side, AirPlan air) {
        return new Scene(
                plan, policies.get(side), settings, agents, traffic[side], air, water[side]);
    }

    private void sideBySide(Runnable one, Runnable other) {
        Workers.forEach(
                0, SIDES, 1, settings.threads(), () -> side -> (side == 0 ? one : other).run());
    }
}
