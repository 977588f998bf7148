package town.nagar.engine.people;

import java.util.List;
import town.nagar.engine.random.Purpose;

/** What chance decides among the people; numbers stay for ever. */
final class Decisions {
    static final Purpose OBEY = new Purpose(1_001, "citizen obeys the rule");
    static final Purpose MODE = new Purpose(1_002, "citizen's mode of travel");
    static final Purpose CUSTOMERS = new Purpose(1_003, "business's customers of an hour");
    static final Purpose REWIRE = new Purpose(1_004, "neighbour who is met elsewhere");
    static final Purpose STRANGER = new Purpose(1_005, "who is met elsewhere");
    static final Purpose GROWTH = new Purpose(1_006, "farm's harvest of a season");

    static final List<Purpose> ALL = List.of(OBEY, MODE, CUSTOMERS, REWIRE, STRANGER, GROWTH);

    private Decisions() {}
}
