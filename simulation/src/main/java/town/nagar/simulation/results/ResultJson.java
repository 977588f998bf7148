package town.nagar.simulation.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.uncertainty.Interval;
import town.nagar.engine.uncertainty.Summary;
import town.nagar.simulation.scenario.RunOrder;
import town.nagar.simulation.scenario.Scenario;

/** A result as the JSON object of {@code GET /simulate/results/ID}; what is not known is null. */
public final class ResultJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final SimulationResult result;
    private final TownResult study;
    private final JsonGenerator out;

    private ResultJson(SimulationResult result, JsonGenerator out) {
        this.result = result;
        this.study = result.study();
        this.out = out;
    }

    /** The object on one line. */
    public static String of(SimulationResult result) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new ResultJson(result, out).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        Scenario scenario = result.scenario();
        out.writeStartObject();
        out.writeStringField("simulation_id", result.id());
        out.writeStringField("status", "completed");
        out.writeFieldName("scenario");
        out.writeRawValue(scenario.request());
        words("interventions", scenario.interventions());
        writeConfiguration(scenario.order());
        writeResults();
        writeComparison();
        writeMetrics();
        words("warnings", result.warnings());
        words("evidence", scenario.evidence());
        writeProvenance();
        out.writeStringField("created_at", result.createdAt().toString());
        out.writeStringField("completed_at", result.completedAt().toString());
        out.writeNumberField("execution_time_seconds", result.seconds());
        out.writeEndObject();
    }

    private void writeConfiguration(RunOrder order) throws IOException {
        out.writeObjectFieldStart("configuration");
        out.writeNumberField("num_agents", order.agents());
        out.writeNumberField("time_step_hours", 1);
        out.writeNumberField("monte_carlo_runs", order.runs());
        out.writeStringField("first_day", result.scenario().firstDay().toString());
        out.writeNumberField("duration_days", result.scenario().days());
        out.writeNumberField("confidence_level", order.level());
        out.writeBooleanField("uncertain_inputs", order.uncertainInputs());
        out.writeEndObject();
    }

    private void writeResults() throws IOException {
        Estimated congestion = reduction(Measure.CONGESTION);
        Estimated aqi = reduction(Measure.AQI);
        Estimated goodDays = Estimated.difference(study.get(Measure.GOOD_AIR_DAYS));
        out.writeObjectFieldStart("results");
        out.writeObjectFieldStart("traffic");
        number("avg_congestion_reduction", congestion.value());
        number("peak_hour_improvement", reduction(Measure.PEAK_CONGESTION).value());
        interval("confidence_interval", congestion);
        out.writeEndObject();
        out.writeObjectFieldStart("pollution");
        number("avg_aqi_reduction", aqi.value());
        number("good_air_days_increase", goodDays.value());
        interval("confidence_interval", aqi);
        out.writeEndObject();
        writeEconomic(result.worth());
        writeCitizenImpact();
        out.writeEndObject();
    }

    private Estimated reduction(Measure measure) {
        return Estimated.reductionPercent(study.get(measure));
    }

    private void writeEconomic(Worth worth) throws IOException {
        out.writeObjectFieldStart("economic");
        number("implementation_cost", worth.costRupees());
        number("time_savings_value", worth.timeRupees().value());
        number("health_benefits", worth.healthRupees().value());
        number("net_benefit", worth.netRupees().value());
        interval("time_savings_range", worth.timeRupees());
        interval("health_benefits_range", worth.healthRupees());
        interval("net_benefit_range", worth.netRupees());
        out.writeEndObject();
    }

    private void writeCitizenImpact() throws IOException {
        out.writeObjectFieldStart("citizen_impact");
        Estimated satisfaction = Estimated.difference(study.get(Measure.SATISFACTION));
        number("satisfaction_change", satisfaction.value());
        interval("satisfaction_interval", satisfaction);
        number("compliance_rate", study.compliancePercent());
        out.writeEndObject();
    }

    private void writeComparison() throws IOException {
        out.writeObjectFieldStart("comparison_with_baseline");
        number("traffic_improvement", reduction(Measure.CONGESTION).value());
        number("pollution_improvement", reduction(Measure.AQI).value());
        number("cost_effectiveness", result.worth().netPerRupee());
        out.writeEndObject();
    }

    private void writeMetrics() throws IOException {
        out.writeArrayFieldStart("metrics");
        for (TownResult.Estimate estimate : study.estimates()) {
            out.writeStartObject();
            out.writeStringField("name", estimate.measure().key());
            out.writeStringField("unit", estimate.measure().unit());
            summary("baseline", estimate.baseline());
            summary("policy", estimate.policy());
            summary("difference", estimate.difference());
            number("change_percent", -Estimated.reductionPercent(estimate).value());
            number("correlation", estimate.correlation());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void summary(String name, Summary summary) throws IOException {
        out.writeObjectFieldStart(name);
        number("mean", summary.mean());
        interval("confidence_interval", summary.meanInterval());
        number("median", summary.median());
        number("standard_deviation", summary.standardDeviation());
        interval("run_interval", summary.runInterval());
        out.writeEndObject();
    }

    private void writeProvenance() throws IOException {
        StudySettings settings = study.settings();
        out.writeObjectFieldStart("provenance");
        out.writeStringField("town", result.town());
        number("residents", result.residents());
        out.writeNumberField("seed", settings.seed());
        out.writeStringField("input_hash", "sha256:" + result.inputHash());
        out.writeStringField("engine_version", result.engineVersion());
        out.writeNumberField("agents", study.agents());
        out.writeNumberField("runs_made", study.runs());
        out.writeStringField("stopped", result.stopped());
        out.writeNumberField("agent_steps", study.agentSteps());
        out.writeEndObject();
    }

    private void words(String name, List<String> words) throws IOException {
        out.writeArrayFieldStart(name);
        for (String word : words) {
            out.writeString(word);
        }
        out.writeEndArray();
    }

    private void interval(String name, Interval interval) throws IOException {
        interval(name, interval.low(), interval.high());
    }

    private void interval(String name, Estimated estimated) throws IOException {
        interval(name, estimated.low(), estimated.high());
    }

    private void interval(String name, double low, double high) throws IOException {
        out.writeArrayFieldStart(name);
        number(low);
        number(high);
        out.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        out.writeFieldName(name);
        number(value);
    }

    /** Minus zero is written as zero. */
    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value + 0.0);
        } else {
            out.writeNull();
        }
    }
}
