package town.nagar.streams.latest;

import java.nio.charset.StandardCharsets;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.Aggregate;

/** A window's result as {@code latest:DOMAIN:@KIND:PLACE}. */
public record LatestAggregate() implements LatestEntry<Aggregate> {
    @Override
    public String key(Aggregate result) {
        return "latest:%s:@%s:%s"
                .formatted(result.domain().word(), result.kind(), result.placeId());
    }

    @Override
    public long timeMillis(Aggregate result) {
        return result.windowEnd().toEpochMilli();
    }

    @Override
    public String json(Aggregate result) {
        return new String(ContractJson.write(result), StandardCharsets.UTF_8);
    }
}
