/** Publishes a simulated town over MQTT: now, then the days before, then as time goes on. */
@NullMarked
package town.nagar.sample.publishing;

import org.jspecify.annotations.NullMarked;
