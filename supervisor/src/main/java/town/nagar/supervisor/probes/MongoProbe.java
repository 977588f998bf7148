package town.nagar.supervisor.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@code {buildInfo: 1, $db: "admin"}} in one OP_MSG with one body section. */
record MongoProbe(int port) implements Probe {
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;

    @Override
    public boolean ready() throws IOException {
        try (var wire = new Wire(port)) {
            wire.out.write(question());
            wire.out.flush();
            int length = Integer.reverseBytes(wire.in.readInt());
            return isOk(wire.read(length - 4));
        }
    }

    private static byte[] question() {
        var message = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        message.position(HEADER_BYTES);
        message.putInt(0).put((byte) 0); // no flags; a body section
        int document = message.position();
        message.putInt(0);
        message.put((byte) 0x10).put(name("buildInfo")).putInt(1);
        message.put((byte) 0x02).put(name("$db")).putInt(6).put(name("admin"));
        message.put((byte) 0);
        message.putInt(document, message.position() - document);
        message.putInt(0, message.position()).putInt(4, 1).putInt(12, OP_MSG);
        byte[] bytes = new byte[message.position()];
        message.get(0, bytes);
        return bytes;
    }

    private static byte[] name(String name) {
        return (name + "\0").getBytes(UTF_8);
    }

    /** Looks for the element {@code ok} with the double 1.0, whose bytes occur nowhere else. */
    private static boolean isOk(byte[] answer) {
        var ok = ByteBuffer.allocate(1 + 3 + 8).order(ByteOrder.LITTLE_ENDIAN);
        ok.put((byte) 0x01).put(name("ok")).putDouble(1);
        return new String(answer, ISO_8859_1).contains(new String(ok.array(), ISO_8859_1));
    }
}
