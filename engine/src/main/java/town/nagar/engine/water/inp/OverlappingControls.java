package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.water.network.Control;

/** Finds pairs of controls that ask opposite things of a link at the same head of a node. */
final class OverlappingControls {
    private OverlappingControls() {}

    /**
     * A sentence a pair, naming the later line.
     *
     * @param lines one a control, for their numbers and words
     */
    static List<String> notes(List<InpLine> lines, List<Control> controls) {
        var notes = new ArrayList<String>();
        for (int later = 1; later < controls.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (contradict(controls.get(earlier), controls.get(later))) {
                    notes.add(
                            "line %d: asks of link %s at the same heads of node %s the opposite of line %d"
                                    .formatted(
                                            lines.get(later).number(),
                                            lines.get(later).text(1, "link"),
                                            lines.get(later).text(5, "node"),
                                            lines.get(earlier).number()));
                }
            }
        }
        return notes;
    }

    private static boolean contradict(Control one, Control other) {
        return one.link() == other.link()
                && !one.action().equals(other.action())
                && (overlap(one.condition(), other.condition())
                        || overlap(other.condition(), one.condition()));
    }

    private static boolean overlap(Control.Condition above, Control.Condition below) {
        return above instanceof Control.HeadAbove(int node, double least)
                && below instanceof Control.HeadBelow(int same, double most)
                && node == same
                && least < most;
    }
}
