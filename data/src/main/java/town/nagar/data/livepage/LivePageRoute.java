package town.nagar.data.livepage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The live page at {@code /}: one document, one style sheet, one script, no other host. */
@RestController
public final class LivePageRoute {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final byte[] page = read("live.html");
    private final byte[] script = read("live.js");
    private final byte[] style = read("live.css");

    private static byte[] read(String name) {
        try (InputStream in =
                Objects.requireNonNull(LivePageRoute.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page() {
        return answer(page, MediaType.parseMediaType("text/html;charset=UTF-8"));
    }

    @GetMapping("/live.js")
    ResponseEntity<byte[]> script() {
        return answer(script, MediaType.parseMediaType("text/javascript;charset=UTF-8"));
    }

    @GetMapping("/live.css")
    ResponseEntity<byte[]> style() {
        return answer(style, MediaType.parseMediaType("text/css;charset=UTF-8"));
    }

    private static ResponseEntity<byte[]> answer(byte[] body, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(body);
    }
}
