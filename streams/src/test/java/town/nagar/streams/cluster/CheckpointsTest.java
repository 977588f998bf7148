package town.nagar.streams.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir private Path job = Path.of("");

    private Path checkpoint(int number, String metadata) throws IOException {
        Path folder = Files.createDirectories(job.resolve("chk-" + number));
        if (!metadata.isEmpty()) {
            Files.writeString(folder.resolve("_metadata"), metadata);
        }
        return folder;
    }

    private Path shared(String name) throws IOException {
        Path folder = Files.createDirectories(job.resolve("shared"));
        return Files.writeString(folder.resolve(name), "state");
    }

    @Test
    void anUnfinishedCheckpointIsNotTheNewest() throws IOException {
        Path complete = checkpoint(9, "a");
        checkpoint(8, "a");
        checkpoint(10, "");
        assertThat(new Checkpoints(job).newest()).contains(complete);
    }

    @Test
    void aJobThatNeverRanHasNone() {
        assertThat(new Checkpoints(job.resolve("never")).newest()).isEmpty();
    }

    @Test
    void pruningKeepsThreeAndTheSharedFilesThatTheyName() throws IOException {
        Path oldest = checkpoint(1, "file:/x/shared/aaa");
        checkpoint(2, "file:/x/shared/bbb");
        checkpoint(3, "file:/x/shared/bbb file:/x/shared/ccc");
        checkpoint(4, "file:/x/shared/ccc");
        Path unfinished = checkpoint(5, "");
        Path unused = shared("aaa");
        Path used = shared("bbb");
        new Checkpoints(job).prune();
        assertThat(oldest).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(unused).doesNotExist();
        assertThat(used).exists();
        assertThat(new Checkpoints(job).complete()).hasSize(3);
    }
}
