package town.nagar.forecast.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup.Beside;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.LocalCopies.Standings;
import town.nagar.forecast.rollout.LocalCopies.Stood;
import town.nagar.forecast.rollout.OpenModels.Opened;
import town.nagar.kit.http.ApiException;

/** Lineups as the registry has them, the files of their versions opened. */
final class RegistryLineups {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryLineups.class);
    private static final int NOT_FOUND = 404;

    private final Releases releases;
    private final ChangeLog log;
    private final OpenModels models;
    private final RolloutSettings settings;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    RegistryLineups(Releases releases, ChangeLog log, OpenModels models, RolloutSettings settings) {
        this.releases = releases;
        this.log = log;
        this.models = models;
        this.settings = settings;
    }

    /** What is wrong with versions' files, by the model's name. */
    Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /** Reads a name's lineup. */
    Seen read(String name) {
        List<Release> all = releasesOf(name);
        List<Stood> stood = new ArrayList<>();
        List<Beside> beside = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Production production = nobody(all);
        double share = 0;
        for (Release each : wanted(all)) {
            String number = each.number().toString();
            Opened opened = models.open(name, each.version().source());
            if (each.stage() == Stage.PRODUCTION) {
                production =
                        switch (opened) {
                            case Opened.Model(_, var saved) -> new Production.Model(number, saved);
                            case Opened.Not(var reason) ->
                                    new Production.Unusable(
                                            number, "version %s: %s".formatted(number, reason));
                        };
            }
            switch (opened) {
                case Opened.Model(var hash, var saved) -> {
                    stood.add(new Stood(each.stage().word(), number, hash));
                    if (each.stage() != Stage.PRODUCTION) {
                        beside.add(new Beside(each.stage(), new Production.Model(number, saved)));
                    }
                }
                case Opened.Not(var reason) -> wrong.add(number + ": " + reason);
            }
            share = each.stage() == Stage.CANARY ? share(each) : share;
        }
        trouble(name, String.join("; ", wrong));
        return new Seen(new Lineup(production, beside, share, true), new Standings(share, stood));
    }

    /** Where versions were taken out of service, that is not undone by training another. */
    private static Production nobody(List<Release> all) {
        return all.stream().anyMatch(one -> one.stage() == Stage.ARCHIVED)
                ? new Production.Unusable("", "no version is in production")
                : new Production.None("no model has been trained yet");
    }

    private List<Release> releasesOf(String name) {
        try {
            return releases.list(name);
        } catch (ApiException e) {
            if (e.status() == NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /** Those in service, the one in production before, and the newest in shadow. */
    private List<Release> wanted(List<Release> all) {
        int previous =
                all.stream()
                        .filter(one -> one.stage() == Stage.PRODUCTION)
                        .mapToInt(Release::replaced)
                        .findFirst()
                        .orElse(0);
        List<Release> wanted = new ArrayList<>();
        all.stream()
                .filter(one ->
                        one.stage().answers()
                                || (one.stage() == Stage.ARCHIVED
                                        && one.version().version() == previous))
                .forEach(wanted::add);
        all.stream()
                .filter(one -> one.stage() == Stage.SHADOW)
                .sorted(Comparator.comparing(Release::number).reversed())
                .limit(settings.mostInShadow())
                .forEach(wanted::add);
        return wanted;
    }

    private double share(Release canary) {
        boolean widened =
                log.standing(canary.version().name(), canary.version().version()).widened();
        return widened ? settings.splitShare() : settings.canaryShare();
    }

    private void trouble(String name, String now) {
        String before = now.isEmpty() ? troubles.remove(name) : troubles.put(name, now);
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.warn("model unusable name={} cause={}", name, now);
        }
    }
}
