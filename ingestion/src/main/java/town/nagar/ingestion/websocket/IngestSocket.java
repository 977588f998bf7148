package town.nagar.ingestion.websocket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Intake;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Route;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.ingestion.rest.ItemAnswer;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;

/**
 * {@code /v1/ingest/ws}: a reading a frame with its {@code domain} and an {@code id} if it wants an
 * answer, or {@code ?domain=} for all. Answers are {@code ack} and {@code error} frames.
 *
 * <p>The key comes as header {@code X-API-Key} or in a first frame {@code
 * {"type":"auth","api_key":"…"}}; else the socket is closed with 4401.
 */
public final class IngestSocket extends TextWebSocketHandler implements AutoCloseable {
    /** No key in time, or one that is nobody's. */
    static final CloseStatus UNAUTHENTICATED = new CloseStatus(4401, "no valid API key");

    private static final Logger LOG = LoggerFactory.getLogger(IngestSocket.class);
    private static final String SENDER = Sender.class.getName();
    private static final String HEADER = "X-API-Key";
    private static final int SEND_MILLIS = 10_000;
    private static final int SEND_BUFFER_BYTES = 262_144;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final WebSocketSettings settings;
    private final Door door;
    private final RateLimits limits;
    private final Callers callers;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ingest-ws-timer").factory());

    public IngestSocket(WebSocketSettings settings, Door door, RateLimits limits, Callers callers) {
        this.settings = settings;
        this.door = door;
        this.limits = limits;
        this.callers = callers;
    }

    /** One connection's state. */
    private static final class Sender {
        private final WebSocketSession out;
        private final Semaphore room;
        private final String domain;
        private volatile String name = "";

        private Sender(WebSocketSession out, int maxInFlight, String domain) {
            this.out = out;
            this.room = new Semaphore(maxInFlight);
            this.domain = domain;
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(settings.maxFrameBytes());
        WebSocketSession out =
                new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, SEND_BUFFER_BYTES);
        Sender sender = new Sender(out, settings.maxInFlight(), domainOf(session));
        session.getAttributes().put(SENDER, sender);
        String key = session.getHandshakeHeaders().getFirst(HEADER);
        if (key != null) {
            authenticate(sender, key);
        } else {
            long millis = settings.authWithin().toMillis();
            var _ = timer.schedule(() -> requireName(sender), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static String domainOf(WebSocketSession session) {
        String query = session.getUri() == null ? null : session.getUri().getQuery();
        String wanted = query == null ? "" : query;
        return wanted.startsWith("domain=") ? wanted.substring("domain=".length()) : "";
    }

    private static void requireName(Sender sender) {
        if (sender.name.isEmpty()) {
            close(sender, UNAUTHENTICATED);
        }
    }

    private boolean authenticate(Sender sender, String key) {
        String name =
                callers.find(key)
                        .filter(caller -> caller.may("ingest"))
                        .map(Caller::name)
                        .orElse("");
        sender.name = name;
        requireName(sender);
        return !name.isEmpty();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws InterruptedException {
        if (!(session.getAttributes().get(SENDER) instanceof Sender sender)) {
            return;
        }
        Frame frame = Frame.of(message.getPayload());
        if (!sender.name.isEmpty()) {
            take(sender, frame, message.getPayload());
        } else if (frame.isAuth() && authenticate(sender, frame.key())) {
            answer(sender, frame, "ack", Map.of("result", "authenticated"));
        } else {
            close(sender, UNAUTHENTICATED);
        }
    }

    /** Blocks while too many frames are under way, so that the sender's socket fills. */
    private void take(Sender sender, Frame frame, String text) throws InterruptedException {
        if (!sender.room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            close(sender, CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        String domain = frame.domain().isEmpty() ? sender.domain : frame.domain();
        Origin origin = Origin.of(Route.WEBSOCKET, sender.name, domain, "/v1/ingest/ws");
        Intake intake = door.take(origin, text.getBytes(StandardCharsets.UTF_8));
        Duration pause = limits.count(sender.name, intake.outcomes().size());
        var _ =
                intake.settled()
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((settled, e) -> ended(sender, frame, intake, pause));
    }

    private void ended(Sender sender, Frame frame, Intake intake, Duration pause) {
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Runnable tell =
                () -> {
                    sender.room.release();
                    intake.outcomes()
                            .forEach(outcome -> answer(sender, frame, ItemAnswer.of(outcome)));
                };
        if (bounded.isPositive()) {
            var _ = timer.schedule(tell, bounded.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            tell.run();
        }
    }

    private void answer(Sender sender, Frame frame, ItemAnswer item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", item.status());
        fields.putAll(item.fields());
        answer(sender, frame, item.status() < 300 ? "ack" : "error", fields);
    }

    private void answer(Sender sender, Frame frame, String type, Map<String, Object> fields) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", type);
        if (!frame.id().isEmpty()) {
            answer.put("id", frame.id());
        }
        answer.putAll(fields);
        try {
            sender.out.sendMessage(new TextMessage(json.writeValueAsString(answer)));
        } catch (IOException | RuntimeException e) {
            LOG.debug("websocket sender is gone source={}", sender.name, e);
        }
    }

    private static void close(Sender sender, CloseStatus status) {
        try {
            sender.out.close(status);
        } catch (IOException e) {
            LOG.debug("websocket cannot be closed", e);
        }
    }

    /** Pages of these origins may connect, besides our own. */
    public List<String> allowedOrigins() {
        return settings.allowedOrigins();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
