package town.nagar.ingestion.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import town.nagar.kit.http.ApiException;

/** Reads request bodies up to a limit. */
final class Bodies {
    private Bodies() {}

    /**
     * The body.
     *
     * @throws ApiException 413 if it is longer than allowed
     */
    static byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
        byte[] body =
                request.getContentLengthLong() > maxBytes
                        ? new byte[maxBytes + 1]
                        : request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw new ApiException(
                    413,
                    "BODY_TOO_LARGE",
                    "The body has more than %d bytes".formatted(maxBytes),
                    Map.of("allowed_bytes", maxBytes),
                    Map.of());
        }
        return body;
    }

    static boolean isArray(byte[] body) {
        for (byte each : body) {
            if (!Character.isWhitespace(each)) {
                return each == '[';
            }
        }
        return false;
    }

    /** SHA-256 of the domain and the body. */
    static String hash(String domain, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(domain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
