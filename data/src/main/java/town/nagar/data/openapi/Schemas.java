package town.nagar.data.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** The shapes of the Data API's answers. */
final class Schemas {
    private Schemas() {}

    static Schema<?> ref(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    static void addTo(Components components) {
        components.addSchemas("Error", error());
        components.addSchemas("Problem", problem());
        components.addSchemas("Statistics", statistics());
        components.addSchemas("Pagination", pagination());
        components.addSchemas("HistoryItem", historyItem());
        components.addSchemas("History", history());
        components.addSchemas("PollutionItem", pollutionItem());
        components.addSchemas("PollutionHistory", pollutionHistory());
        components.addSchemas("LatestItem", latestItem());
        components.addSchemas("Latest", latest());
        components.addSchemas("Feature", feature());
        components.addSchemas("FeatureCollection", featureCollection());
        components.addSchemas("Alert", alert());
        components.addSchemas("Alerts", alerts());
    }

    private static Schema<?> object() {
        return new ObjectSchema();
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    private static Schema<?> time(String description) {
        return new StringSchema().format("date-time").description(description);
    }

    private static Schema<?> number(String description) {
        return new NumberSchema().description(description);
    }

    private static Schema<?> integer(String description) {
        return new IntegerSchema().description(description);
    }

    private static Schema<?> flag(String description) {
        return new BooleanSchema().description(description);
    }

    private static Schema<?> list(Schema<?> of) {
        return new ArraySchema().items(of);
    }

    private static Schema<?> nullable(Schema<?> schema) {
        schema.addType(schema.getType());
        schema.addType("null");
        return schema;
    }

    private static Schema<?> numbersByName(String description) {
        return new ObjectSchema()
                .additionalProperties(new Schema<>().description("number or word"))
                .description(description);
    }

    private static Schema<?> coordinates() {
        return list(number("degrees")).description("[lat, lon], not GeoJSON's order");
    }

    private static Schema<?> error() {
        Schema<?> inner =
                object().addProperty("code", text("stable, such as INVALID_PARAMETER"))
                        .addProperty("message", text("one sentence"))
                        .addProperty(
                                "details",
                                object().description("parameter, provided, allowed, and such"))
                        .addProperty("request_id", text("also in the header X-Request-Id"))
                        .addProperty("timestamp", time("when it was answered"));
        return object().addProperty("error", inner);
    }

    private static Schema<?> problem() {
        return object().description("RFC 9457, for callers that accept application/problem+json")
                .addProperty("type", text("urn:nagar:error:CODE"))
                .addProperty("title", text("the code"))
                .addProperty("status", integer("HTTP status"))
                .addProperty("detail", text("one sentence"));
    }

    private static Schema<?> statistics() {
        return object().addProperty("min", nullable(number("")))
                .addProperty("max", nullable(number("")))
                .addProperty("mean", nullable(number("")))
                .addProperty("std", nullable(number("of the population")));
    }

    private static Schema<?> pagination() {
        return object().addProperty(
                        "total", nullable(integer("null where counting was not asked for")))
                .addProperty("total_is_estimate", flag("with count=estimate"))
                .addProperty("page", integer("absent with a cursor"))
                .addProperty("per_page", integer(""))
                .addProperty("next", text("cursor of the next page; absent on the last"));
    }

    private static Schema<?> historyItem() {
        return object().addProperty(
                        "timestamp", time("of the reading, or a bucket's first instant"))
                .addProperty(
                        "location",
                        object().description("the place's id under its name, such as road_id")
                                .addProperty("coordinates", coordinates()))
                .addProperty("metrics", numbersByName("values by name; none is null"))
                .addProperty("sensor_id", text("absent where a bucket holds several sensors"))
                .addProperty("readings", integer("in the bucket; absent for raw rows"))
                .addProperty("quality", list(text("flag")));
    }

    private static Schema<?> history() {
        return object().addProperty("data", list(ref("HistoryItem")))
                .addProperty("resolution", text("raw, or a bucket's length"))
                .addProperty("source", text("the table that answered"))
                .addProperty("units", numbersByName("unit by metric"))
                .addProperty(
                        "statistics",
                        nullable(
                                object().additionalProperties(ref("Statistics"))
                                        .description("of all rows, by metric")))
                .addProperty("pagination", ref("Pagination"));
    }

    private static Schema<?> pollutionItem() {
        return object().addProperty("timestamp", time("of the reading, hour or day"))
                .addProperty("value", nullable(number("mean of the hour or day, or the reading")))
                .addProperty("aqi", nullable(integer("National AQI, 0 to 500")))
                .addProperty("category", nullable(text("CPCB's word")))
                .addProperty("prominent_pollutant", nullable(text("whose sub-index is largest")))
                .addProperty("sub_index", integer("of the parameter asked for"))
                .addProperty("reason", text("why there is no index; codes joined by blanks"))
                .addProperty("averaging", text("24h where the source gave daily means"))
                .addProperty("provisional", flag("the hour is still open"))
                .addProperty("beyond_scale", flag("above the concentration of 500"))
                .addProperty("o3_1h_missing", flag("ozone asks for an hour that is missing"));
    }

    private static Schema<?> pollutionHistory() {
        return object().addProperty("station_id", text("as asked"))
                .addProperty("location", coordinates())
                .addProperty("parameter", text("such as PM2.5"))
                .addProperty("unit", text("such as \u00b5g/m\u00b3"))
                .addProperty("resolution", text("raw, 1h or 1d"))
                .addProperty("data", list(ref("PollutionItem")))
                .addProperty("statistics", ref("Statistics"))
                .addProperty("basis", object().description("how the index is computed"))
                .addProperty("pagination", ref("Pagination"));
    }

    private static Schema<?> latestItem() {
        return object().addProperty("sensor_id", text(""))
                .addProperty("place_id", text(""))
                .addProperty("timestamp", time("event time"))
                .addProperty("received_at", time("when it came in"))
                .addProperty("metrics", numbersByName("values by name"))
                .addProperty("quality", list(text("flag")))
                .addProperty("labels", object())
                .addProperty("stale", flag("older than three of the sensor's intervals"));
    }

    private static Schema<?> latest() {
        return object().addProperty("data", list(ref("LatestItem")))
                .addProperty("missing", list(text("id without a value")))
                .addProperty("source", text("cache, or tables while the cache is away"))
                .addProperty("as_of", time("what staleness was judged by"));
    }

    private static Schema<?> feature() {
        return object().addProperty("type", text("Feature"))
                .addProperty("id", text(""))
                .addProperty("geometry", object().description("GeoJSON, [lon, lat]"))
                .addProperty(
                        "properties", object().addProperty("names", numbersByName("en, hi, gu")));
    }

    private static Schema<?> featureCollection() {
        return object().addProperty("type", text("FeatureCollection"))
                .addProperty("features", list(ref("Feature")));
    }

    private static Schema<?> alert() {
        return object().addProperty("alert_id", text(""))
                .addProperty("type", text("the rule"))
                .addProperty("domain", text(""))
                .addProperty("place_id", text(""))
                .addProperty("severity", text("critical, high, medium or low"))
                .addProperty("title", text(""))
                .addProperty("description", text(""))
                .addProperty("location", nullable(object().description("GeoJSON point")))
                .addProperty("affected_area", nullable(object().description("GeoJSON polygon")))
                .addProperty("metrics", numbersByName("the numbers behind it"))
                .addProperty("status", text("active, acknowledged or resolved"))
                .addProperty("created_at", time("event time of its opening"))
                .addProperty("last_at", time("event time of its newest step"))
                .addProperty("acknowledged_at", nullable(time("")))
                .addProperty("acknowledged_by", nullable(text("")))
                .addProperty("resolved_at", nullable(time("")))
                .addProperty("repeats", integer("how often it fired again"))
                .addProperty("severity_history", list(object()))
                .addProperty("actions_taken", list(object()))
                .addProperty("metadata", object().description("data_sources: sensor ids"));
    }

    private static Schema<?> alerts() {
        return object().addProperty("data", list(ref("Alert")))
                .addProperty("pagination", ref("Pagination"));
    }
}
