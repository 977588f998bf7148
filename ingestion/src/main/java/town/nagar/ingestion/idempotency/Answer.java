package town.nagar.ingestion.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is kept under a key.
 *
 * @param status the HTTP status; 0 while the work goes on
 */
record Answer(String payloadHash, int status, String body) {
    static Answer running(String payloadHash) {
        return new Answer(payloadHash, 0, "");
    }

    Claim claim(String hash) {
        if (!payloadHash.equals(hash)) {
            return new Claim.OtherPayload();
        }
        return status == 0 ? new Claim.Running() : new Claim.Answered(status, body);
    }

    /** Status (4 bytes), length of the hash (4 bytes), the hash, the body gzipped. */
    byte[] encode() {
        byte[] hash = payloadHash.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(8).putInt(status).putInt(hash.length).array());
        bytes.writeBytes(hash);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws UncheckedIOException if the bytes are not such
     */
    static Answer decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int status = buffer.getInt();
        byte[] hash = new byte[buffer.getInt()];
        buffer.get(hash);
        try (GZIPInputStream zip =
                new GZIPInputStream(
                        new ByteArrayInputStream(bytes, buffer.position(), buffer.remaining()))) {
            String body = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(new String(hash, StandardCharsets.UTF_8), status, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
