package town.nagar.engine.water.network;

import java.util.List;

/**
 * If its premises hold the first actions are taken, else the second.
 *
 * @param priority of two rules that would act on the same link the higher one does
 */
public record Rule(
        String id,
        List<Premise> premises,
        List<Action> then,
        List<Action> otherwise,
        double priority) {
    public Rule {
        premises = List.copyOf(premises);
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
        if (premises.isEmpty() || then.isEmpty()) {
            throw new IllegalArgumentException(
                    "rule %s needs at least one IF and one THEN clause".formatted(id));
        }
    }

    /**
     * One clause to be tested.
     *
     * @param or whether it stands in for the clauses before it, if these failed
     * @param of what is looked at
     * @param limit what it is compared with; a {@link Limit.Standing} for {@link Variable#STATUS}
     */
    public record Premise(boolean or, Subject of, Variable variable, Relation is, Limit limit) {}

    /** What a premise compares with. */
    public sealed interface Limit {
        /**
         * A number in SI units, seconds for times.
         *
         * @param tolerance within which two values are equal, in the unit of {@code value}
         */
        record Quantity(double value, double tolerance) implements Limit {}

        /** What a link is doing. */
        record Standing(Status status) implements Limit {}
    }

    /** What a premise looks at. */
    public sealed interface Subject {
        /** The network as a whole. */
        record Whole() implements Subject {}

        /** A node by its index. */
        record OfNode(int node) implements Subject {}

        /** A link by its index. */
        record OfLink(int link) implements Subject {}
    }

    /** The quantity a premise compares. */
    public enum Variable {
        DEMAND,
        HEAD,
        LEVEL,
        PRESSURE,
        FLOW,
        STATUS,
        SETTING,
        FILL_TIME,
        DRAIN_TIME,
        TIME,
        CLOCK_TIME
    }

    /** How a premise compares. */
    public enum Relation {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** What a link is doing. */
    public enum Status {
        OPEN,
        CLOSED,
        ACTIVE
    }

    /**
     * What a rule does to a link.
     *
     * @param link index in {@link Network#links()}
     */
    public record Action(int link, LinkAction action) {}
}
