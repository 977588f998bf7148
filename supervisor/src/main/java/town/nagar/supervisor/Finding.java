package town.nagar.supervisor;

/**
 * What the doctor found about one subject.
 *
 * @param subject such as {@code disk space}
 * @param found what is the case
 * @param remedy what to do about it, empty if nothing
 */
public record Finding(Severity severity, String subject, String found, String remedy) {
    /** How much a finding matters. */
    public enum Severity {
        /** As it should be. */
        GOOD,
        /** Nagar runs, with less or for a while. */
        WARNING,
        /** Nagar won't start. */
        PROBLEM
    }

    static Finding good(String subject, String found) {
        return new Finding(Severity.GOOD, subject, found, "");
    }

    static Finding warning(String subject, String found, String remedy) {
        return new Finding(Severity.WARNING, subject, found, remedy);
    }

    static Finding problem(String subject, String found, String remedy) {
        return new Finding(Severity.PROBLEM, subject, found, remedy);
    }

    /** One line for people: severity, subject, what was found, and the remedy if there is one. */
    public String line() {
        String start = "%-7s %s: %s".formatted(severity, subject, found);
        return remedy.isEmpty() ? start : start + " -> " + remedy;
    }
}
