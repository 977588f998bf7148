package town.nagar.town.serve;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The web server and what it brings; services are added by target. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ServeParts {}
