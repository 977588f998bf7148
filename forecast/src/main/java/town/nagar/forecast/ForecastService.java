package town.nagar.forecast;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import town.nagar.forecast.registry.RegistryParts;

/** What the forecast service runs. */
@Configuration(proxyBeanMethods = false)
@Import(RegistryParts.class)
public class ForecastService {}
