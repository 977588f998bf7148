package town.nagar.streams.wire;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information that names a codec, so that Flink never falls back to Kryo. */
public final class CompactType<T> extends TypeInformation<T> {
    private final Codec<T> codec;

    private CompactType(Codec<T> codec) {
        this.codec = codec;
    }

    public static <T> CompactType<T> of(Codec<T> codec) {
        return new CompactType<>(codec);
    }

    public TypeSerializer<T> serializer() {
        return new CompactSerializer<>(codec);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer();
    }

    @Override
    public Class<T> getTypeClass() {
        return codec.type();
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return "CompactType(" + codec.type().getSimpleName() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactType<?> that && that.codec.getClass() == codec.getClass();
    }

    @Override
    public int hashCode() {
        return codec.getClass().hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CompactType<?>;
    }
}
