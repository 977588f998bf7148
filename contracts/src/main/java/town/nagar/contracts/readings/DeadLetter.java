package town.nagar.contracts.readings;

import java.time.Instant;

/**
 * A message that was refused, with all that is needed to send it in again.
 *
 * @param id unique; grows with time
 * @param route how it came: {@code mqtt}, {@code rest}, {@code websocket}, {@code file}, {@code
 *     connector}
 * @param source the gateway, key, file or connector that sent it
 * @param domain the domain's word as the sender gave it; may be none of ours, or empty
 * @param address the MQTT topic, URL path or file and line
 * @param reason a stable code such as {@code outside_physical_range}
 * @param message what was wrong, with the field, the value and what is allowed
 * @param originalBase64 the bytes as they came
 */
public record DeadLetter(
        long id,
        Instant receivedAt,
        String route,
        String source,
        String domain,
        String address,
        String reason,
        String message,
        String originalBase64) {}
