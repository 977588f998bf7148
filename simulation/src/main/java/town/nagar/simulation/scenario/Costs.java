package town.nagar.simulation.scenario;

import java.util.List;
import java.util.Locale;
import town.nagar.simulation.input.Fields;

/** What a scenario costs whoever carries it out. */
public sealed interface Costs {
    /** All of it, in rupees; NaN if nobody knows. */
    double rupees(int days, double residents);

    /** What a reader has to know about it. */
    List<String> notes(double residents);

    /** Nobody said, and nobody measured. */
    record Unknown() implements Costs {
        @Override
        public double rupees(int days, double residents) {
            return Double.NaN;
        }

        @Override
        public List<String> notes(double residents) {
            return List.of("No costs are given: net_benefit and cost_effectiveness stay open.");
        }
    }

    /**
     * As the scenario says.
     *
     * @param implementationRupees once
     * @param operationalRupeesPerDay while it lasts
     */
    record Given(double implementationRupees, double operationalRupeesPerDay) implements Costs {
        @Override
        public double rupees(int days, double residents) {
            return implementationRupees + days * operationalRupeesPerDay;
        }

        @Override
        public List<String> notes(double residents) {
            return List.of();
        }
    }

    /**
     * What it cost elsewhere, by the number of people.
     *
     * @param rupeesPerResidentDay while it lasts
     * @param source where and when
     */
    record Elsewhere(double rupeesPerResidentDay, String source) implements Costs {
        @Override
        public double rupees(int days, double residents) {
            return days * residents * rupeesPerResidentDay;
        }

        @Override
        public List<String> notes(double residents) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "No costs are given: Rs %.2f a resident and day, %s.",
                            rupeesPerResidentDay,
                            source));
        }
    }

    /** The costs that a scenario says, or those of elsewhere. */
    static Costs read(Fields all, String name, Costs unless) {
        if (!all.has(name)) {
            return unless;
        }
        double most = 1e13;
        Fields costs = all.object(name).require("implementation");
        double once = costs.number("implementation", 0, most, 0);
        double daily = costs.number("operational_per_day", 0, most, 0);
        costs.refuseUnknown();
        return new Given(once, daily);
    }
}
