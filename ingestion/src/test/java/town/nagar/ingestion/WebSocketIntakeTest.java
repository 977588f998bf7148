package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static town.nagar.ingestion.RunningIngestion.readings;
import static town.nagar.ingestion.RunningIngestion.traffic;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Readings by WebSocket. */
@ExtendWith(SharedIngestion.class)
class WebSocketIntakeTest {
    private final RunningIngestion service;

    WebSocketIntakeTest(RunningIngestion service) {
        this.service = service;
    }

    /** Keeps what a WebSocket says. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed " + status);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }

        private String next() throws InterruptedException {
            return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aWebSocketIsAnsweredFrameByFrame() throws Exception {
        Ear ear = new Ear();
        WebSocket socket =
                service.client
                        .newWebSocketBuilder()
                        .buildAsync(service.uri("ws", "/v1/ingest/ws"), ear)
                        .get();
        socket.sendText("{\"type\":\"auth\",\"api_key\":\"ingest-key\"}", true).get();
        assertThat(ear.next()).contains("authenticated");
        String reading =
                traffic("WS-1", 3, 4).replaceFirst("\\{", "{\"id\":\"a\",\"domain\":\"traffic\",");
        socket.sendText(reading, true).get();
        assertThat(ear.next()).contains("\"type\":\"ack\"").contains("\"id\":\"a\"");
        socket.sendText("{\"id\":\"b\",\"domain\":\"traffic\"}", true).get();
        assertThat(ear.next())
                .contains("\"type\":\"error\"")
                .contains("\"id\":\"b\"")
                .contains("sensor_id is missing");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get();
        assertThat(readings("traffic", "WS-1")).hasSize(1);
    }

    @Test
    void aWebSocketWithoutAKeyIsClosed() throws Exception {
        Ear ear = new Ear();
        WebSocket socket =
                service.client
                        .newWebSocketBuilder()
                        .buildAsync(service.uri("ws", "/v1/ingest/ws"), ear)
                        .get();
        socket.sendText("{\"type\":\"auth\",\"api_key\":\"guessed\"}", true).get();
        assertThat(ear.next()).isEqualTo("closed 4401");
    }
}
