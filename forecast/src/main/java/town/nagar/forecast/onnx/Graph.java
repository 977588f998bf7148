package town.nagar.forecast.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An ONNX graph as it is built: opset 17, IR 8; every value has a name. */
final class Graph {
    static final String CONTRIBUTED = "com.microsoft";

    private static final int OPSET = 17;
    private static final int IR = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("net");

    /** A value that comes in or goes out: any count of rows of {@code shape}. */
    static ValueInfoProto floats(String name, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        dimensions.addDimBuilder().setDimParam("rows");
        for (int size : shape) {
            dimensions.addDimBuilder().setDimValue(size);
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    void input(ValueInfoProto value) {
        graph.addInput(value);
    }

    void output(ValueInfoProto value) {
        graph.addOutput(value);
    }

    /** A constant of 32-bit numbers; gives its name. */
    String constant(String name, float[] values, long... shape) {
        ByteBuffer bytes = bytes(values.length * Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
    }

    /** The same, stored in 16 bits and widened when the net is loaded. */
    String halfConstant(String name, float[] values, long... shape) {
        ByteBuffer bytes = bytes(values.length * Short.BYTES);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        String stored = constant(name + "_16", TensorProto.DataType.FLOAT16, bytes, shape);
        AttributeProto to = attribute("to", TensorProto.DataType.FLOAT.getNumber());
        return node("Cast", List.of(stored), name, to);
    }

    String constant(String name, byte[] values, long... shape) {
        ByteBuffer bytes = bytes(values.length).put(values);
        return constant(name, TensorProto.DataType.INT8, bytes, shape);
    }

    String constant(String name, long value) {
        ByteBuffer bytes = bytes(Long.BYTES).putLong(value);
        return constant(name, TensorProto.DataType.INT64, bytes, 1);
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String constant(
            String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(type.getNumber())
                        .setRawData(ByteString.copyFrom(bytes.flip()));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** An operation of ONNX's own with one output; gives the output's name. */
    String node(String operation, List<String> inputs, String output, AttributeProto... with) {
        node("", operation, inputs, List.of(output), with);
        return output;
    }

    void node(
            String domain,
            String operation,
            List<String> inputs,
            List<String> outputs,
            AttributeProto... with) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setDomain(domain)
                        .setOpType(operation)
                        .addAllInput(inputs)
                        .addAllOutput(outputs)
                        .addAllAttribute(List.of(with)));
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    byte[] file() {
        return ModelProto.newBuilder()
                .setIrVersion(IR)
                .setProducerName("nagar")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(CONTRIBUTED).setVersion(1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
