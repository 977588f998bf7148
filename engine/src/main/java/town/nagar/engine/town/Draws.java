package town.nagar.engine.town;

import java.util.List;
import town.nagar.engine.random.Purpose;

/** What chance decides in the town; numbers stay for ever. */
final class Draws {
    static final Purpose TRAVELS = new Purpose(2_001, "whether a citizen works elsewhere");
    static final Purpose WORK_ZONE = new Purpose(2_002, "zone a citizen works in");
    static final Purpose LEAVE_HOUR = new Purpose(2_003, "hour a citizen leaves");
    static final Purpose HOURS_AWAY = new Purpose(2_004, "hours a citizen stays away");
    static final Purpose INCOME = new Purpose(2_005, "income of a citizen");
    static final Purpose CYCLE = new Purpose(2_006, "whether a citizen has a cycle");
    static final Purpose OWNER = new Purpose(2_007, "who drives a vehicle");
    static final Purpose PLATE = new Purpose(2_008, "last digit of a plate");
    static final Purpose LEAVE_OF_RULE = new Purpose(2_009, "whether a vehicle is let off a rule");
    static final Purpose HABIT = new Purpose(2_010, "a citizen's liking for a mode");
    static final Purpose TRADE = new Purpose(2_011, "what a business is like");
    static final Purpose LAND = new Purpose(2_012, "land of a farm");
    static final Purpose DAY_PLAN = new Purpose(2_013, "a citizen's day: going, mode");
    static final Purpose OBEY = new Purpose(2_014, "whether a citizen obeys a rule today");
    static final Purpose CUSTOM = new Purpose(2_015, "custom of a business on a day");
    static final Purpose BACKGROUND = new Purpose(2_016, "air from outside on a day");
    static final Purpose DEMAND = new Purpose(2_017, "travel demand of a day");

    static final Purpose OWN_WAY = new Purpose(2_018, "where a citizen lives and works in a zone");
    static final Purpose NEAR_WORK = new Purpose(2_020, "whether a citizen works near home");
    static final Purpose SECOND_CAR =
            new Purpose(2_019, "whether there is a second car, its plate");
    static final Purpose LEARNING = new Purpose(2_021, "how fast a citizen learns");

    static final List<Purpose> ALL =
            List.of(
                    TRAVELS,
                    WORK_ZONE,
                    LEAVE_HOUR,
                    HOURS_AWAY,
                    INCOME,
                    CYCLE,
                    OWNER,
                    PLATE,
                    LEAVE_OF_RULE,
                    HABIT,
                    TRADE,
                    LAND,
                    DAY_PLAN,
                    OBEY,
                    CUSTOM,
                    BACKGROUND,
                    DEMAND,
                    OWN_WAY,
                    NEAR_WORK,
                    SECOND_CAR,
                    LEARNING);

    private Draws() {}
}
