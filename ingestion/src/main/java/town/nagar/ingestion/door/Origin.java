package town.nagar.ingestion.door;

/**
 * Where a message came from.
 *
 * @param source the gateway, key, file or connector that sent it
 * @param domain the domain's word as the address gave it; may be none of ours
 * @param sensorId the sensor that the address named; empty if it named none
 * @param address the MQTT topic, URL path or file and line, for a person to find it
 * @param replayed whether it is sent in again from the dead letters
 */
public record Origin(
        Route route,
        String source,
        String domain,
        String sensorId,
        String address,
        boolean replayed) {

    public static Origin of(Route route, String source, String domain, String address) {
        return new Origin(route, source, domain, "", address, false);
    }

    /** The same, with the sensor that the address names. */
    public Origin withSensor(String sensor) {
        return new Origin(route, source, domain, sensor, address, replayed);
    }

    /** The same, sent in again. */
    public Origin again() {
        return new Origin(route, source, domain, sensorId, address, true);
    }
}
