package town.nagar.forecast.featurestore.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import town.nagar.forecast.feature.Entity;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.FeatureValue;

/**
 * Keys, fields and values as Feast writes them to Redis: entity keys of serialization version 3
 * ({@code key_encoding_utils.py}), fields by the murmur hash of {@code view:feature} ({@code
 * online_stores/redis.py}), values as {@code feast.types.Value}.
 */
final class FeastBytes {
    private static final int STRING = 2;
    private static final int INT64 = 4;
    private static final int STRING_VAL = 2;
    private static final int INT64_VAL = 4;
    private static final int DOUBLE_VAL = 5;
    private static final int FLOAT_VAL = 6;
    private static final int BOOL_VAL = 7;
    private static final int SECONDS = 1;

    private FeastBytes() {}

    /** Bytes that are not what Feast writes. */
    static final class CorruptBytes extends IOException {
        private static final long serialVersionUID = 1L;

        private CorruptBytes(String message) {
            super(message);
        }
    }

    /**
     * The Redis key of an entity.
     *
     * @param value a text or a whole number
     */
    static byte[] key(Entity entity, FeatureValue value, String project) {
        byte[] name = entity.joinKey().getBytes(UTF_8);
        byte[] said = keyValue(value);
        byte[] last = project.getBytes(UTF_8);
        return ByteBuffer.allocate(5 * Integer.BYTES + name.length + said.length + last.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putInt(STRING)
                .putInt(name.length)
                .put(name)
                .putInt(value instanceof FeatureValue.Whole ? INT64 : STRING)
                .putInt(said.length)
                .put(said)
                .put(last)
                .array();
    }

    private static byte[] keyValue(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Text(var text) -> text.getBytes(UTF_8);
            case FeatureValue.Whole(var whole) ->
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(whole)
                            .array();
            case FeatureValue.Missing _,
                    FeatureValue.Single _,
                    FeatureValue.Real _,
                    FeatureValue.Truth _ ->
                    throw new IllegalArgumentException("no entity is named by " + value);
        };
    }

    /** The hash field of a feature. */
    static byte[] field(FeatureRef ref) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Murmur3.hash(ref.words().getBytes(UTF_8)))
                .array();
    }

    /** The hash field of the time at which a view's features were known. */
    static byte[] timeField(FeatureView view) {
        return ("_ts:" + view.name()).getBytes(UTF_8);
    }

    @FunctionalInterface
    private interface Written {
        void to(CodedOutputStream out) throws IOException;
    }

    private static byte[] bytes(Written written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            written.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** A {@code google.protobuf.Timestamp} of whole seconds. */
    static byte[] time(Instant at) {
        return bytes(out -> {
            if (at.getEpochSecond() != 0) {
                out.writeInt64(SECONDS, at.getEpochSecond());
            }
        });
    }

    /** Reads the whole seconds of a {@code google.protobuf.Timestamp}. */
    static Instant time(byte[] bytes) throws CorruptBytes {
        long seconds = 0;
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (tag == tag(SECONDS, WireFormat.WIRETYPE_VARINT)) {
                    seconds = in.readInt64();
                } else {
                    in.skipField(tag);
                }
            }
            return Instant.ofEpochSecond(seconds);
        } catch (IOException | java.time.DateTimeException e) {
            throw new CorruptBytes("no timestamp: " + e.getMessage());
        }
    }

    /** A {@code feast.types.Value}; of a missing one nothing is set. */
    static byte[] value(FeatureValue value) {
        return bytes(out -> {
            switch (value) {
                case FeatureValue.Missing _ -> out.flush();
                case FeatureValue.Single(var single) -> out.writeFloat(FLOAT_VAL, single);
                case FeatureValue.Real(var real) -> out.writeDouble(DOUBLE_VAL, real);
                case FeatureValue.Whole(var whole) -> out.writeInt64(INT64_VAL, whole);
                case FeatureValue.Text(var text) -> out.writeString(STRING_VAL, text);
                case FeatureValue.Truth(var truth) -> out.writeBool(BOOL_VAL, truth);
            }
        });
    }

    /** Reads a {@code feast.types.Value} of one of the types that features here have. */
    static FeatureValue value(byte[] bytes) throws CorruptBytes {
        FeatureValue value = FeatureValue.missing();
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                value = field(tag, in);
            }
            return value;
        } catch (CorruptBytes e) {
            throw e;
        } catch (IOException e) {
            throw new CorruptBytes("no value: " + e.getMessage());
        }
    }

    private static FeatureValue field(int tag, CodedInputStream in) throws IOException {
        if (tag == tag(STRING_VAL, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            return new FeatureValue.Text(in.readStringRequireUtf8());
        } else if (tag == tag(INT64_VAL, WireFormat.WIRETYPE_VARINT)) {
            return new FeatureValue.Whole(in.readInt64());
        } else if (tag == tag(DOUBLE_VAL, WireFormat.WIRETYPE_FIXED64)) {
            return new FeatureValue.Real(in.readDouble());
        } else if (tag == tag(FLOAT_VAL, WireFormat.WIRETYPE_FIXED32)) {
            return new FeatureValue.Single(in.readFloat());
        } else if (tag == tag(BOOL_VAL, WireFormat.WIRETYPE_VARINT)) {
            return new FeatureValue.Truth(in.readBool());
        }
        throw new CorruptBytes("no type of ours has tag " + tag);
    }

    private static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }
}
