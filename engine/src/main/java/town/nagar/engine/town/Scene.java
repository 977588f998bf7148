package town.nagar.engine.town;

import java.time.DayOfWeek;
import java.time.LocalDate;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.NeighbourNetwork;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.weather.WeatherGenerator;
import town.nagar.engine.weather.WeatherShift;

/** All that the runs of one policy share and no run changes. */
final class Scene {
    private static final int WATCHED = 8;
    private static final double MET_ELSEWHERE = 0.1;

    final TownPlan plan;
    final Policy policy;
    final LocalDate firstDay;
    final int days;
    final Agents agents;
    final TypicalTraffic traffic;
    final AirPlan air;
    final WaterTable water;
    final FieldPlan fields;
    final ShopPlan shops;
    final WeatherGenerator weather;
    final WeatherShift weatherShift;
    final NeighbourNetwork neighbours;

    /** Roads that carry anything in some hour, ascending. */
    final int[] usedRoads;

    /** By parity of the day of the month (0 even): modes a rule shuts to each citizen. */
    final byte[][] ruled;

    final boolean hasRule;
    final double deterrence;

    /** One a day of the run. */
    final boolean[] sunday;

    final int[] dayOfMonth;
    final int[] month;

    Scene(
            TownPlan plan,
            Policy policy,
            StudySettings settings,
            Agents agents,
            TypicalTraffic traffic,
            AirPlan air,
            WaterTable water) {
        this.plan = plan;
        this.policy = policy;
        this.firstDay = settings.firstDay();
        this.days = settings.days();
        this.agents = agents;
        this.traffic = traffic;
        this.air = air;
        this.water = water;
        this.fields = new FieldPlan(plan, policy, firstDay, days, settings.seed());
        this.shops = new ShopPlan(plan, agents, settings.seed());
        this.weather = WeatherGenerator.of(plan.climate());
        this.weatherShift = policy.outlook().weather();
        this.neighbours =
                agents.citizens > WATCHED
                        ? NeighbourNetwork.smallWorld(
                                agents.citizens, WATCHED, MET_ELSEWHERE, settings.seed())
                        : NeighbourNetwork.spatial(
                                new double[agents.citizens], new double[agents.citizens], 1);
        this.usedRoads = used(traffic);
        this.hasRule = !policy.plates().isEmpty();
        this.deterrence =
                policy.plates().stream().mapToDouble(PlateLimit::deterrence).max().orElse(0);
        this.ruled = new byte[2][hasRule ? agents.citizens : 0];
        this.sunday = new boolean[days];
        this.dayOfMonth = new int[days];
        this.month = new int[days];
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDay.plusDays(day);
            sunday[day] = date.getDayOfWeek() == DayOfWeek.SUNDAY;
            dayOfMonth[day] = date.getDayOfMonth();
            month[day] = date.getMonthValue() - 1;
        }
        rule();
    }

    /** Whether each road of the plan carries anything in some hour. */
    static boolean[] marks(TypicalTraffic traffic) {
        var marks = new boolean[traffic.roads.count];
        for (Routes hour : traffic.routes) {
            for (int road : hour.link) {
                marks[road] = true;
            }
        }
        for (int hour = 0; hour < traffic.roads.buses.length; hour++) {
            for (int road = 0; road < marks.length; road++) {
                marks[road] |= traffic.roads.buses[hour][road] > 0;
            }
        }
        return marks;
    }

    private static int[] used(TypicalTraffic traffic) {
        boolean[] marks = marks(traffic);
        return java.util.stream.IntStream.range(0, marks.length)
                .filter(road -> marks[road])
                .toArray();
    }

    /** On odd days plates with an even digit stay at home, and the other way round. */
    private void rule() {
        for (int citizen = 0; hasRule && citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] == Agents.NONE) {
                continue;
            }
            int modes = traffic.choice.ruledModes(citizen);
            for (int parity = 0; parity < 2; parity++) {
                ruled[parity][citizen] =
                        (byte)
                                (barred(modes, Mode.CAR, agents.car[citizen], parity)
                                        | barred(
                                                modes,
                                                Mode.TWO_WHEELER,
                                                agents.twoWheeler[citizen],
                                                parity));
            }
        }
    }

    private int barred(int modes, Mode mode, int vehicle, int parity) {
        boolean held = (modes & mode.bit()) != 0 && agents.plate[vehicle] % 2 != parity;
        return held ? mode.bit() : 0;
    }

    /** Whether rules hold on a day at all: on a Sunday only those that say so. */
    boolean ruleHolds(int day) {
        return hasRule
                && (!sunday[day] || policy.plates().stream().anyMatch(PlateLimit::onSundays));
    }
}
