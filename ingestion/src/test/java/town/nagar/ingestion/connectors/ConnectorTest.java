package town.nagar.ingestion.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Reading;
import town.nagar.ingestion.connectors.ConnectorSpec.Kind;
import town.nagar.ingestion.door.Doors;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.kit.settings.Secret;

/** Connectors against a server that answers well, badly, slowly or not at all. */
class ConnectorTest {
    private static final ConnectorSettings SETTINGS =
            new ConnectorSettings(
                    new Secret("it=s3cret"),
                    Duration.ofSeconds(1),
                    20_000,
                    5,
                    Duration.ofSeconds(1));

    /** How the server answers. */
    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @TempDir Path dir;

    private final Doors doors = new Doors();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server = startServer();

    private static HttpServer startServer() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(anyPort, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private void answer(Answer answer) {
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    try (exchange) {
                        answer.to(exchange);
                    }
                });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Connector connector(Kind kind, String mapping, String records, int pageSize) {
        URI url = URI.create("http://127.0.0.1:%d/feed".formatted(server.getAddress().getPort()));
        ConnectorSpec spec =
                new ConnectorSpec(
                        "it",
                        kind,
                        url,
                        Duration.ofHours(1),
                        Map.of("state", "Gujarat"),
                        pageSize,
                        mapping,
                        records);
        return new Connector(
                spec, SETTINGS, new Fetcher(SETTINGS, () -> Doors.NOW), doors.door, dir);
    }

    private Connector airQuality() {
        return connector(Kind.DATA_GOV_IN_AQI, "", "", 500);
    }

    private static String airRecord(String station, String pollutant, String average) {
        return """
        {"country":"India","state":"Gujarat","city":"Ahmedabad","station":"%s",
         "last_update":"06-02-2026 13:00:00","latitude":"23.0","longitude":"72.5",
         "pollutant_id":"%s",%s}\
        """
                .formatted(station, pollutant, average);
    }

    private static double value(Reading reading, String quantity) {
        return reading.values().get(Quantities.of(reading.domain()).get(quantity));
    }

    @Test
    void airQualityIsReadInBothSpellingsAndWithoutItsBlanks() throws Exception {
        String records =
                String.join(
                        ",",
                        airRecord(
                                "Maninagar, Ahmedabad - GPCB", "PM2.5", "\"pollutant_avg\":\"85\""),
                        airRecord("Maninagar, Ahmedabad - GPCB", "OZONE", "\"avg_value\":31"),
                        airRecord("Maninagar, Ahmedabad - GPCB", "NO2", "\"avg_value\":\"NA\""),
                        airRecord("Maninagar, Ahmedabad - GPCB", "CO", "\"avg_value\":\"44\""),
                        airRecord("Rakhial", "PM10", "\"pollutant_avg\":\"NA\""));
        answer(exchange -> send(exchange, 200, "{\"records\":[%s]}".formatted(records)));
        assertThat(airQuality().ask()).isEqualTo(5);
        assertThat(doors.outlet.readings()).hasSize(1);
        Reading reading = doors.outlet.readings().getFirst();
        assertThat(reading.sensorId()).isEqualTo("CPCB-Maninagar_Ahmedabad_-_GPCB");
        assertThat(reading.eventTime()).isEqualTo(Instant.parse("2026-02-06T07:30:00Z"));
        assertThat(value(reading, "pm25")).isEqualTo(85);
        assertThat(value(reading, "o3")).isEqualTo(31);
        assertThat(value(reading, "co")).isNaN();
        assertThat(reading.labels()).containsEntry("averaging", "24h");
        assertThat(reading.source()).isEqualTo("connector:it");
    }

    @Test
    void pagesAreAskedForUntilOneIsShort() throws Exception {
        answer(exchange -> {
            boolean first = exchange.getRequestURI().getQuery().contains("offset=0");
            String one = airRecord("A", "PM10", "\"avg_value\":10");
            String two = airRecord("B", "PM10", "\"avg_value\":10");
            send(exchange, 200, "{\"records\":[%s]}".formatted(first ? one + "," + two : one));
        });
        connector(Kind.DATA_GOV_IN_AQI, "", "", 2).ask();
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast())
                .contains("offset=2")
                .contains("limit=2")
                .contains("api-key=s3cret")
                .contains("filters%5Bstate%5D=Gujarat");
    }

    @Test
    void agmarknetPricesBecomeASeriesOfMandiCommodityAndVariety() throws Exception {
        String record =
                """
                {"records":[{"state":"Gujarat","district":"Ahmedabad","market":"Ahmedabad APMC",
                 "commodity":"Potato","variety":"Desi","grade":"FAQ","arrival_date":"05/02/2026",
                 "min_price":"1200","max_price":1400,"modal_price":"1,300"},
                 {"market":"X","commodity":"Potato","arrival_date":"soon"}]}
                """;
        answer(exchange -> send(exchange, 200, record));
        connector(Kind.AGMARKNET, "", "", 500).ask();
        Reading reading = doors.outlet.readings().getFirst();
        assertThat(reading.sensorId()).isEqualTo("Ahmedabad_APMC:Potato:Desi");
        assertThat(reading.placeId()).isEqualTo("Ahmedabad_APMC");
        assertThat(value(reading, "modal_price")).isEqualTo(1_300);
        assertThat(reading.labels()).containsEntry("commodity", "Potato");
    }

    @Test
    void weatherOfImdIsConvertedFromItsUnits() throws Exception {
        answer(exchange ->
                send(
                        exchange,
                        200,
                        """
                        [{"Station_Id":"42647","Station":"Ahmedabad","Date of Observation":"2026-02-06",
                          "Time":"12","Temperature":"27.4","Humidity":"40","Wind Direction":"270",
                          "Wind Speed KMPH":"18","Nebulosity":"4","Last 24 hrs Rainfall":"NIL"}]
                        """));
        connector(Kind.IMD_CURRENT, "", "", 500).ask();
        Reading reading = doors.outlet.readings().getFirst();
        assertThat(value(reading, "wind_speed")).isEqualTo(5);
        assertThat(value(reading, "cloud_cover")).isEqualTo(50);
        assertThat(reading.eventTime()).isEqualTo(Instant.parse("2026-02-06T06:30:00Z"));
    }

    @Test
    void anyCsvOrJsonIsReadByAMapping() throws Exception {
        Files.writeString(
                dir.resolve("rain.yaml"),
                """
                domain: weather
                time: {column: t}
                sensor: "GAUGE-{g}"
                values: {rainfall_mm: {column: r}}
                """);
        answer(exchange ->
                send(
                        exchange,
                        200,
                        asked.size() == 1
                                ? "t,g,r\n2026-02-06T08:00,1,2.5\n2026-02-06T08:00,2,x\n"
                                : """
                                {"data":{"list":[{"t":"2026-02-06T09:00","g":1,"r":0.5,"o":{}}]}}
                                """));
        assertThat(connector(Kind.CSV, "rain.yaml", "", 500).ask()).isEqualTo(2);
        assertThat(connector(Kind.JSON, "rain.yaml", "data.list", 500).ask()).isEqualTo(1);
        assertThat(doors.outlet.readings()).extracting(Reading::sensorId).containsOnly("GAUGE-1");
        assertThat(doors.outlet.deadLetters())
                .singleElement()
                .extracting("reason")
                .isEqualTo("bad_row");
    }

    @Test
    void anAnswerThatDidNotChangeIsNotReadAgain() throws Exception {
        answer(exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            String body =
                    "{\"records\":[%s]}".formatted(airRecord("A", "PM10", "\"avg_value\":10"));
            send(exchange, known ? 304 : 200, known ? "" : body);
        });
        Connector connector = airQuality();
        assertThat(connector.ask()).isEqualTo(1);
        assertThat(connector.ask()).isZero();
    }

    private void assertFails(String why) {
        assertThatThrownBy(() -> airQuality().ask())
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("s3cret");
        assertThat(doors.outlet.readings()).isEmpty();
    }

    @Test
    void aServerThatIsSlowIsGivenUp() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('{');
            out.flush();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertFails("no whole answer in PT1S");
    }

    @Test
    void aServerErrorIsAFailure() {
        answer(exchange -> send(exchange, 500, "oops"));
        assertFails("status 500");
    }

    @Test
    void jsonCutShortIsAFailure() {
        answer(exchange -> send(exchange, 200, "{\"records\":[{\"a\":"));
        assertFails("not JSON");
    }

    @Test
    void htmlInsteadOfJsonIsAFailure() {
        answer(exchange -> send(exchange, 200, "<html>Maintenance</html>"));
        assertFails("not JSON");
    }

    @Test
    void wrongTypesAreAFailure() {
        answer(exchange ->
                send(exchange, 200, "{\"records\":[{\"station\":[],\"last_update\":7}]}"));
        assertFails("no record has the fields expected");
    }

    @Test
    void aListThatIsNoneIsAFailure() {
        answer(exchange -> send(exchange, 200, "{\"records\":{\"a\":1}}"));
        assertFails("no list 'records'");
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        answer(exchange -> send(exchange, 200, " ".repeat(30_000)));
        assertFails("more than 20000 bytes");
    }

    @Test
    void aRedirectToAFileIsRefused() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            send(exchange, 302, "");
        });
        assertFails("elsewhere than to http");
    }

    @Test
    void endlessRedirectsAreRefused() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/again");
            send(exchange, 302, "");
        });
        assertFails("more than 3 redirects");
    }

    @Test
    void whatTheServerAsksUsToWaitIsKept() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            send(exchange, 429, "");
        });
        assertThatThrownBy(() -> airQuality().ask())
                .isInstanceOfSatisfying(
                        FetchException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void onlyHttpIsAsked() {
        assertThatThrownBy(() -> Fetcher.requireHttp(URI.create("file:///etc/passwd")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("scheme 'file'");
    }

    @Test
    void pausesDoubleUpToTheUsualInterval() {
        Duration first = Duration.ofSeconds(30);
        Duration most = Duration.ofHours(1);
        assertThat(Connectors.backOff(first, 1, most)).isEqualTo(first);
        assertThat(Connectors.backOff(first, 3, most)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Connectors.backOff(first, 60, most)).isEqualTo(most);
    }

    @Test
    void theConnectorsFileIsReadAndItsMistakesAreNamed() throws IOException {
        Path file = dir.resolve("connectors.yaml");
        assertThat(ConnectorSpec.read(file)).isEmpty();
        Files.writeString(
                file,
                """
                connectors:
                  - {name: aqi, kind: data-gov-in-aqi, url: "https://api.data.gov.in/x", every: PT30M}
                """);
        assertThat(ConnectorSpec.read(file))
                .singleElement()
                .extracting(ConnectorSpec::every)
                .isEqualTo(Duration.ofMinutes(30));
        Files.writeString(file, "connectors: [{name: a, kind: gopher, url: 'http://x'}]");
        assertThatThrownBy(() -> ConnectorSpec.read(file))
                .hasMessageContaining("connectors.yaml[0].kind is 'gopher'; allowed:");
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(SETTINGS.toString()).doesNotContain("s3cret");
    }
}
