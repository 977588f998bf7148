package town.nagar.forecast;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import town.nagar.forecast.featurestore.FeatureStoreParts;
import town.nagar.forecast.monitoring.MonitoringParts;
import town.nagar.forecast.registry.RegistryParts;
import town.nagar.forecast.retraining.RetrainingParts;
import town.nagar.forecast.rollout.RolloutParts;
import town.nagar.forecast.serving.ServingParts;

/** What the forecast service runs. */
@Configuration(proxyBeanMethods = false)
@Import({
    RegistryParts.class,
    RolloutParts.class,
    FeatureStoreParts.class,
    ServingParts.class,
    MonitoringParts.class,
    RetrainingParts.class
})
public class ForecastService {}
