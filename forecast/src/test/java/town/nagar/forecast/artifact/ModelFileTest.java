package town.nagar.forecast.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private record Shape(int inputs, List<Double> scales) {
        private Shape {
            scales = List.copyOf(scales);
        }
    }

    private static final Shape SHAPE = new Shape(3, List.of(0.1, 2.0));

    private static byte[] file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write("net", SHAPE, List.of(new float[] {1, 2}, new float[] {3}), out);
        return out.toByteArray();
    }

    private static ModelFile<Shape> read(byte[] file) throws IOException {
        return ModelFile.read("net", Shape.class, new ByteArrayInputStream(file));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ModelFile<Shape> read = read(file());
        assertThat(read.description()).isEqualTo(SHAPE);
        ModelFile.Weights weights = read.weights();
        assertThat(weights.take(2)).containsExactly(1, 2);
        assertThatThrownBy(() -> weights.take(2))
                .isInstanceOf(IOException.class)
                .hasMessage("array 1 has not 2 numbers");
        assertThat(weights.take(1)).containsExactly(3);
        assertThatThrownBy(() -> weights.take(1)).isInstanceOf(IOException.class);
    }

    @Test
    void anyChangedByteIsSeen() throws IOException {
        byte[] whole = file();
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            assertThatThrownBy(() -> read(changed))
                    .as("byte %d", at)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileCutAnywhereIsSeen() throws IOException {
        byte[] whole = file();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aModelOfAnotherKindIsRefused() throws IOException {
        byte[] file = file();
        assertThatThrownBy(
                        () -> ModelFile.read("tree", Shape.class, new ByteArrayInputStream(file)))
                .isInstanceOf(IOException.class)
                .hasMessage("no model file of kind tree");
    }
}
