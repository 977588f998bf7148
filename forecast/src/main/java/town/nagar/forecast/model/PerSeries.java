package town.nagar.forecast.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models of one series each in files; none where too little was known of a series. */
final class PerSeries {
    private PerSeries() {}

    /** Writes one model. */
    interface Writer<T> {
        void write(T model, OutputStream out) throws IOException;
    }

    /** Reads one model. */
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    static <T> void write(List<Optional<T>> models, Writer<T> writer, DataOutput out)
            throws IOException {
        out.writeInt(models.size());
        for (Optional<T> model : models) {
            var bytes = new ByteArrayOutputStream();
            if (model.isPresent()) {
                writer.write(model.get(), bytes);
            }
            Numbers.write(bytes.toByteArray(), out);
        }
    }

    static <T> List<Optional<T>> read(Reader<T> reader, DataInput in) throws IOException {
        List<Optional<T>> models = new ArrayList<>();
        for (int left = Numbers.count(in); left > 0; left--) {
            byte[] bytes = Numbers.bytes(in);
            models.add(
                    bytes.length == 0
                            ? Optional.empty()
                            : Optional.of(reader.read(new ByteArrayInputStream(bytes))));
        }
        return models;
    }
}
