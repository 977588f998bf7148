package town.nagar.forecast.rollout;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.models.RolloutView;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.tracking.RunLog;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.recurring.Recurring;
import town.nagar.kit.settings.Settings;

/** The way of versions into service, between the registry and what is served. */
@Configuration(proxyBeanMethods = false)
public final class RolloutParts {
    @Bean
    RolloutSettings rolloutSettings(Settings settings) {
        return RolloutSettings.of(settings);
    }

    @Bean
    RegistryShelf modelShelf(
            Settings all,
            RolloutSettings settings,
            Releases releases,
            ChangeLog log,
            Artifacts artifacts,
            InstantSource clock) {
        Path folder = ForecastFolder.of(all).resolve("models");
        return RegistryShelf.start(
                releases, log, artifacts, new LocalCopies(folder), settings, clock);
    }

    @Bean
    NewVersions newVersions(
            Catalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            Artifacts artifacts,
            RunLog runs,
            RolloutSettings settings,
            RegistryShelf shelf) {
        return new Arrivals(
                catalogue,
                releases,
                promotions,
                log,
                artifacts,
                runs,
                settings.mostInShadow(),
                shelf::look);
    }

    @Bean(destroyMethod = "abandon")
    Recurring ladderWatch(
            Catalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            ObjectProvider<TrackRecord> track,
            RolloutSettings settings,
            MeterRegistry meters,
            InstantSource clock) {
        TrackRecord known = track.getIfAvailable(() -> TrackRecord.NONE);
        return LadderWatch.start(
                catalogue,
                new Ladder(releases, promotions, log, known, settings, clock),
                new RolloutMeters(meters, releases, log, known, settings, clock),
                settings.checkEvery());
    }

    @Bean
    RolloutView rolloutView(
            ChangeLog log,
            ObjectProvider<TrackRecord> track,
            RolloutSettings settings,
            InstantSource clock) {
        return new Way(log, track.getIfAvailable(() -> TrackRecord.NONE), settings, clock);
    }

    @Bean
    SplitKey splitKey(RolloutSettings settings) {
        return settings.splitBy() == RolloutSettings.SplitBy.CALLER
                ? (caller, place) -> caller.isEmpty() ? place : caller
                : (_, place) -> place;
    }

    @Bean
    HealthPart modelShelfHealth(RegistryShelf shelf) {
        return HealthPart.of("forecast-shelf", shelf::health);
    }
}
