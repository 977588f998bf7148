package town.nagar.streams.places;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.window.Slice;
import town.nagar.streams.wire.AggregateCodec;
import town.nagar.streams.wire.CompactType;

/**
 * The part of a job that evaluates places.
 *
 * @param results windows' results
 * @param alerts steps of alert episodes
 */
public record PlaceStage(DataStream<Aggregate> results, DataStream<AlertEvent> alerts) {
    /**
     * Adds the stage to a job.
     *
     * @param lateness how late slices can still come again
     */
    public static PlaceStage add(
            DataStream<Slice> slices,
            BroadcastStream<ReferenceItem> reference,
            PlaceLogic logic,
            ReferenceSnapshot snapshot,
            Duration lateness) {
        SingleOutputStreamOperator<Aggregate> results =
                slices.connect(reference)
                        .process(new Routing(logic, snapshot), CompactType.of(new RoutedCodec()))
                        .name("routing")
                        .uid("routing")
                        .keyBy(Routed::place, Types.STRING)
                        .connect(reference)
                        .process(
                                new PlaceFunction(logic, snapshot, lateness),
                                CompactType.of(new AggregateCodec()))
                        .name("places")
                        .uid("places");
        return new PlaceStage(results, results.getSideOutput(PlaceFunction.ALERTS));
    }
}
