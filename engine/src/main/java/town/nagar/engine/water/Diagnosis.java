package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.FileUnits;

/** Something about a run that its user should know, with the parts concerned by name. */
public sealed interface Diagnosis {
    /** Seconds since the run began when it was seen first, or at its worst. */
    long atSeconds();

    /** In words, with numbers in a network file's units. */
    String sentence(FileUnits units);

    /** Hours and minutes of {@link #atSeconds()}. */
    private String clock() {
        return "%d:%02d:%02d"
                .formatted(atSeconds() / 3600, atSeconds() / 60 % 60, atSeconds() % 60);
    }

    /**
     * Nodes that no water from a reservoir or tank can reach.
     *
     * @param closedLinks the shut links that part them from the rest; none if nothing leads there
     */
    record CutOff(long atSeconds, List<String> nodes, List<String> closedLinks)
            implements Diagnosis {
        public CutOff {
            nodes = List.copyOf(nodes);
            closedLinks = List.copyOf(closedLinks);
        }

        @Override
        public String sentence(FileUnits units) {
            String why =
                    closedLinks.isEmpty()
                            ? "no link leads there"
                            : "closed links " + String.join(", ", closedLinks);
            return "at %s cut off from every reservoir and tank: nodes %s (%s)"
                    .formatted(Diagnosis.clock(this), String.join(", ", nodes), why);
        }
    }

    /** A junction whose pressure falls below that of the air; the lowest, in metres. */
    record NegativePressure(long atSeconds, String junction, double pressureMetres, boolean drawn)
            implements Diagnosis {
        @Override
        public String sentence(FileUnits units) {
            String advice =
                    drawn
                            ? "; its demand cannot be met in full (OPTIONS: DEMAND MODEL PDA shows what can)"
                            : "; nothing is drawn there";
            return "at %s junction %s: pressure %.2f %s%s"
                    .formatted(
                            Diagnosis.clock(this),
                            junction,
                            pressureMetres / units.pressureMetres(1),
                            units.pressure(),
                            advice);
        }
    }

    /** A pump that runs past the end of its curve; flows in m3/s. */
    record PumpBeyondCurve(long atSeconds, String pump, double flow, double greatestFlow)
            implements Diagnosis {
        @Override
        public String sentence(FileUnits units) {
            double unit = units.flow().m3PerSecond();
            return "at %s pump %s: flow %.2f is beyond its curve, which ends at %.2f %s"
                    .formatted(
                            Diagnosis.clock(this),
                            pump,
                            flow / unit,
                            greatestFlow / unit,
                            units.flow());
        }
    }

    /** A pump that would have to lift higher than it can, and delivers nothing. */
    record PumpCannotLift(long atSeconds, String pump, double liftMetres) implements Diagnosis {
        @Override
        public String sentence(FileUnits units) {
            return "at %s pump %s: a lift of %.2f is asked for, higher than its curve; it delivers nothing"
                    .formatted(Diagnosis.clock(this), pump, liftMetres / units.lengthMetres());
        }
    }

    /** A valve that cannot hold its setting. */
    record ValveCannotHold(long atSeconds, String valve, String reason) implements Diagnosis {
        @Override
        public String sentence(FileUnits units) {
            return "at %s valve %s: %s".formatted(Diagnosis.clock(this), valve, reason);
        }
    }

    /**
     * A solution that did not come within the accuracy asked for.
     *
     * @param residual sum of the last flow changes over the sum of flows
     */
    record Unbalanced(long atSeconds, int trials, double residual) implements Diagnosis {
        @Override
        public String sentence(FileUnits units) {
            return "at %s unbalanced after %d trials: relative flow change %.3g"
                    .formatted(Diagnosis.clock(this), trials, residual);
        }
    }

    private static String clock(Diagnosis of) {
        return of.clock();
    }
}
