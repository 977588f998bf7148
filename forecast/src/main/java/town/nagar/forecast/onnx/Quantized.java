package town.nagar.forecast.onnx;

/**
 * A matrix in 8 bits, turned over: a column for each of its rows, with a scale of its own.
 *
 * <p>Scale = the row's greatest size / 127; zero is 0.
 */
final class Quantized {
    private static final int GREATEST = 127;

    private final int width;
    private final byte[] bytes;
    private final float[] scales;

    private Quantized(int width, byte[] bytes, float[] scales) {
        this.width = width;
        this.bytes = bytes;
        this.scales = scales;
    }

    static Quantized of(float[] rows, int width) {
        int count = rows.length / width;
        byte[] bytes = new byte[rows.length];
        float[] scales = new float[count];
        for (int row = 0; row < count; row++) {
            scales[row] = scale(rows, row * width, width);
            for (int i = 0; i < width; i++) {
                bytes[i * count + row] = (byte) Math.round(rows[row * width + i] / scales[row]);
            }
        }
        return new Quantized(width, bytes, scales);
    }

    private static float scale(float[] rows, int from, int width) {
        float greatest = 0;
        for (int i = from; i < from + width; i++) {
            greatest = Math.max(greatest, Math.abs(rows[i]));
        }
        return greatest == 0 ? 1 : greatest / GREATEST;
    }

    String bytes(Graph graph, String name) {
        return graph.constant(name + "_8", bytes, 1, width, scales.length);
    }

    String scales(Graph graph, String name) {
        return graph.constant(name + "_scales", scales, 1, scales.length);
    }

    String zeros(Graph graph, String name) {
        return graph.constant(name + "_zeros", new byte[scales.length], 1, scales.length);
    }
}
