/** Readings from gateways over MQTT. */
@NullMarked
package town.nagar.ingestion.mqtt;

import org.jspecify.annotations.NullMarked;
