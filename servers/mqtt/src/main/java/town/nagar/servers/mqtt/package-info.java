/** The MQTT broker through which gateways send readings. */
@NullMarked
package town.nagar.servers.mqtt;

import org.jspecify.annotations.NullMarked;
