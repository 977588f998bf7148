package town.nagar.streams.alerts;

import java.io.IOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.alerts.Severity;
import town.nagar.streams.wire.Codec;

/** An open episode in state. */
public record EpisodeCodec() implements Codec<Episode> {
    @Override
    public Class<Episode> type() {
        return Episode.class;
    }

    @Override
    public void write(Episode episode, DataOutputView out) throws IOException {
        out.writeLong(episode.openedAt().toEpochMilli());
        out.writeUTF(episode.severity().name());
        out.writeLong(episode.saidAt().toEpochMilli());
        out.writeLong(episode.calmSinceMillis());
    }

    @Override
    public Episode read(int version, DataInputView in) throws IOException {
        return new Episode(
                Instant.ofEpochMilli(in.readLong()),
                Severity.valueOf(in.readUTF()),
                Instant.ofEpochMilli(in.readLong()),
                in.readLong());
    }
}
