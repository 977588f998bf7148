package town.nagar.forecast.registry.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.kit.http.ApiException;

/**
 * Decides which versions move from stage to stage. The gate stands before canary and production;
 * before production a person's approval too.
 */
public final class Promotions {
    private final Tables tables;
    private final Releases releases;
    private final Placing placing;
    private final ChangeLog log;

    public Promotions(Tables tables, Catalogue catalogue, Releases releases, ChangeLog log) {
        this.tables = tables;
        this.releases = releases;
        this.placing = new Placing(tables, catalogue, releases, log);
        this.log = log;
    }

    /** What became of a wish. A refusal is kept in the log, so it is no exception inside. */
    private sealed interface Outcome {
        record Moved(Release release) implements Outcome {}

        record Refused(Release release, List<Objection> objections) implements Outcome {}
    }

    /**
     * A person says that a version may go into production.
     *
     * @param why the reason
     * @throws ApiException 400 without a reason; 404 if there is no such version
     */
    public Release approve(String model, String version, String who, String why) {
        requireReason(why);
        Release release = releases.get(model, version);
        log.addApproval(who, model, release.version().version(), why);
        return release;
    }

    private static void requireReason(String why) {
        if (why.isBlank()) {
            throw ApiException.invalidParameter("reason", why, "a person's reason, not blank");
        }
    }

    /** Whether a person approved the version. */
    public boolean isApproved(Release release) {
        return log.isApproved(release.version().name(), release.version().version());
    }

    /**
     * A person moves a version to a stage; the reason is the approval.
     *
     * @return the version as it stands then
     * @throws ApiException 400 without a reason, else as {@link #move}
     */
    public Release promote(String model, String version, Stage stage, String who, String why) {
        requireReason(why);
        return move(model, version, stage, new Wish(who, why, Approval.GIVEN));
    }

    /**
     * Moves a version to a stage; into production only if a person approved it before.
     *
     * @param why what led to it; may be empty
     * @return the version as it stands then
     * @throws ApiException 409 {@code PROMOTION_REFUSED} naming what speaks against it; 404 if
     *     there is no such version
     */
    public Release move(String model, String version, Stage stage, String who, String why) {
        return move(model, version, stage, new Wish(who, why, Approval.NEEDED));
    }

    /**
     * Moves a version to a stage where no person has to approve of that: the gate alone stands.
     *
     * @param why what led to it
     * @return the version as it stands then
     * @throws ApiException as {@link #move}
     */
    public Release advance(String model, String version, Stage stage, String who, String why) {
        return move(model, version, stage, new Wish(who, why, Approval.WAIVED));
    }

    /**
     * Puts a seasonal baseline into production of a model of which nothing is: it would answer in
     * any case, so neither gate nor approval stands before it.
     *
     * @throws ApiException 409 {@code ALREADY_IN_PRODUCTION} if something is
     */
    public Release letInBaseline(String model, String version, String who, String why) {
        requireReason(why);
        return tables.together(() -> {
            tables.lock(model);
            Optional<Release> speaking = releases.find(model, Stage.PRODUCTION);
            if (speaking.isPresent()) {
                throw Releases.conflict(
                        "ALREADY_IN_PRODUCTION",
                        "Version %s of %s is in production"
                                .formatted(speaking.get().number(), model));
            }
            return placing.move(releases.get(model, version), Stage.PRODUCTION, who, why);
        });
    }

    /** How a person's approval stands to a wish. */
    private enum Approval {
        /** The wish is a person's word. */
        GIVEN,
        /** A person must have given it before. */
        NEEDED,
        /** Nobody has to. */
        WAIVED
    }

    /** Who wants something, and why. */
    private record Wish(String who, String why, Approval approval) {}

    private Release move(String model, String version, Stage stage, Wish wish) {
        String number = Integer.toString(releases.get(model, version).version().version());
        Outcome outcome =
                tables.together(() -> {
                    tables.lock(model);
                    return decide(releases.get(model, number), stage, wish);
                });
        return switch (outcome) {
            case Outcome.Moved(var release) -> release;
            case Outcome.Refused(var release, var objections) ->
                    throw Refusal.of(release, stage, objections);
        };
    }

    private Outcome decide(Release release, Stage stage, Wish wish) {
        if (release.stage() == stage) {
            return new Outcome.Moved(release);
        }
        List<Objection> objections = objections(release, stage, wish);
        if (!objections.isEmpty()) {
            placing.note(
                    release,
                    ChangeLog.REFUSED,
                    wish.who(),
                    wish.why(),
                    Map.of("to", stage.word(), "objections", objections));
            return new Outcome.Refused(release, objections);
        }
        if (stage == Stage.PRODUCTION && wish.approval() == Approval.GIVEN) {
            log.addApproval(
                    wish.who(), release.version().name(), release.version().version(), wish.why());
        }
        return new Outcome.Moved(placing.move(release, stage, wish.who(), wish.why()));
    }

    private List<Objection> objections(Release release, Stage stage, Wish wish) {
        List<Objection> objections = stage.answers() ? releases.objections(release) : List.of();
        boolean approved =
                stage != Stage.PRODUCTION
                        || wish.approval() != Approval.NEEDED
                        || isApproved(release);
        return objections.isEmpty() && !approved
                ? List.of(new Objection("", "approval", "", "given by a person with a reason"))
                : objections;
    }

    /**
     * Puts the version back into production that was there before.
     *
     * @throws ApiException 409 if none is in production, or none was before
     */
    public Release rollBack(String model, String who, String why) {
        requireReason(why);
        return tables.together(() -> {
            tables.lock(model);
            Release current = inProduction(model);
            return back(current, current.replaced(), who, why);
        });
    }

    /**
     * Puts an earlier version back into production.
     *
     * @param version the semantic number of one that was in production before
     * @throws ApiException 409 if none is in production; 404 if there is no such version
     */
    public Release rollBackTo(String model, String version, String who, String why) {
        requireReason(why);
        return tables.together(() -> {
            tables.lock(model);
            int number = releases.get(model, version).version().version();
            return back(inProduction(model), number, who, why);
        });
    }

    private Release inProduction(String model) {
        return releases.find(model, Stage.PRODUCTION)
                .orElseThrow(() ->
                        Releases.conflict(
                                "NOT_IN_PRODUCTION",
                                "No version of %s is in production".formatted(model)));
    }

    private Release back(Release current, int number, String who, String why) {
        String model = current.version().name();
        Release earlier =
                releases.list(model).stream()
                        .filter(one -> one.version().version() == number)
                        .findFirst()
                        .orElseThrow(() ->
                                Releases.conflict(
                                        "NOTHING_BEFORE",
                                        "Before %s %s no version was in production"
                                                .formatted(model, current.number())));
        return placing.back(current, earlier, who, why);
    }
}
