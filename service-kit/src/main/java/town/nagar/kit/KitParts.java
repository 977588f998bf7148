package town.nagar.kit;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.health.HealthRoutes;
import town.nagar.kit.http.Dialect;
import town.nagar.kit.http.ErrorAnswers;
import town.nagar.kit.http.OtherErrors;
import town.nagar.kit.http.RequestIds;
import town.nagar.kit.http.ServerErrors;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.keys.KeyFilter;

/** The parts every service process has. The assembly adds Settings, InstantSource and Callers. */
@Configuration(proxyBeanMethods = false)
public class KitParts {
    @Bean
    ErrorAnswers errorAnswers(InstantSource clock, ObjectProvider<Dialect> dialects) {
        List<Dialect> all = dialects.orderedStream().toList();
        return new ErrorAnswers(clock, all);
    }

    @Bean
    OtherErrors otherErrors(ErrorAnswers answers) {
        return new OtherErrors(answers);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors() {
        return server ->
                server.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(ServerErrors.class.getName());
                    }
                });
    }

    @Bean
    HealthRoutes healthRoutes(ObjectProvider<HealthPart> parts) {
        List<HealthPart> all = parts.orderedStream().toList();
        return new HealthRoutes(all);
    }

    @Bean
    MetricsRoute metricsRoute(PrometheusMeterRegistry registry) {
        return new MetricsRoute(registry);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        FilterRegistrationBean<RequestIds> filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<KeyFilter> keyFilter(
            Callers callers,
            ObjectProvider<Dialect> dialects,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        Set<String> questions =
                dialects.stream()
                        .flatMap(dialect -> dialect.questions().stream())
                        .collect(Collectors.toSet());
        FilterRegistrationBean<KeyFilter> filter =
                new FilterRegistrationBean<>(new KeyFilter(callers, errors, questions));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
