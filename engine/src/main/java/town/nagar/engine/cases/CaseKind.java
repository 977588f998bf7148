package town.nagar.engine.cases;

import java.util.List;

/** A kind of question that a command answers. */
public interface CaseKind {
    /** The fields of which any tells that an object asks this kind of question. */
    List<String> marks();

    /**
     * The answer to a case.
     *
     * @throws CaseException if a field is not as it may be
     * @throws IllegalArgumentException if the fields together make no sense
     */
    Answer solve(CaseObject question);
}
