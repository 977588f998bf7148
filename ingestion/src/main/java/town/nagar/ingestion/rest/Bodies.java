package town.nagar.ingestion.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import town.nagar.kit.http.ApiException;

/** Reads request bodies up to a limit. */
final class Bodies {
    private static final Pattern JSON =
            Pattern.compile(
                    "application/([\\w.-]+\\+)?json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?",
                    Pattern.CASE_INSENSITIVE);

    private Bodies() {}

    /**
     * Refuses what says of itself that it is no JSON in UTF-8, such as the form that {@code curl
     * -d} sends; a body that says nothing is taken for it.
     *
     * @throws ApiException 415 with what is allowed
     */
    static void requireJson(HttpServletRequest request) {
        String encoding = Objects.requireNonNullElse(request.getHeader("Content-Encoding"), "");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Content-Encoding", encoding, "identity");
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.isEmpty() && !JSON.matcher(type).matches()) {
            throw unsupported("Content-Type", type, "application/json");
        }
    }

    private static ApiException unsupported(String header, String given, String allowed) {
        return new ApiException(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "%s is '%s'; send %s, in UTF-8".formatted(header, given, allowed),
                Map.of("header", header, "provided", given, "allowed", allowed),
                Map.of());
    }

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
