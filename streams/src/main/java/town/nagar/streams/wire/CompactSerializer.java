package town.nagar.streams.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink's view of a codec: a version byte, then the codec's bytes. */
public final class CompactSerializer<T> extends TypeSerializer<T> {
    private final Codec<T> codec;

    public CompactSerializer(Codec<T> codec) {
        this.codec = codec;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        throw new UnsupportedOperationException(codec.type() + " is never reused");
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView out) throws IOException {
        out.writeByte(codec.version());
        codec.write(value, out);
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        return codec.read(in.readUnsignedByte(), in);
    }

    @Override
    public T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactSerializer<?> that
                && that.codec.getClass() == codec.getClass();
    }

    @Override
    public int hashCode() {
        return codec.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        Snapshot<T> snapshot = new Snapshot<>();
        snapshot.codecClass = codec.getClass().getName();
        return snapshot;
    }

    /** Remembers the codec's class; the codec itself knows its older versions. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
        private String codecClass = "";

        /** For Flink. */
        public Snapshot() {}

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(codecClass);
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader loader)
                throws IOException {
            codecClass = in.readUTF();
        }

        @Override
        @SuppressWarnings("unchecked") // the class was written by a serializer of T
        public TypeSerializer<T> restoreSerializer() {
            try {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                Class<?> type = Class.forName(codecClass, true, loader);
                return new CompactSerializer<>(
                        (Codec<T>) type.getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new UncheckedIOException(new IOException("no codec " + codecClass, e));
            }
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
                TypeSerializerSnapshot<T> old) {
            return old instanceof Snapshot<T> that && that.codecClass.equals(codecClass)
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
