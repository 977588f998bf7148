package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Launch;

/** The broker for gateways: Apache Artemis, with one user for the town and one a gateway. */
record MqttBroker(Surroundings surroundings) implements Server {
    private static final String USER = "nagar";
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx256m",
                    "-Dio.netty.maxDirectMemory=67108864",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    @Override
    public ServerName name() {
        return ServerName.MQTT;
    }

    @Override
    public Choice choose() throws IOException {
        return JavaServers.choice(
                surroundings.classPaths(), "mqtt", "artemis-server", "no TLS on the loopback");
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = surroundings.folder(name());
        var gateways = Gateways.of(surroundings.plan().dataDir());
        Path town = folder.resolve("town.properties");
        new PropertyFile(town).write(Map.of(USER, Gateways.hashed(password())));
        List<String> command =
                surroundings
                        .archives()
                        .guarded(
                                OPTIONS,
                                surroundings.classPaths().of("mqtt"),
                                "town.nagar.servers.mqtt.MqttServer",
                                List.of(
                                        Integer.toString(port),
                                        folder.resolve("data").toString(),
                                        town.toString(),
                                        gateways.file().toString()));
        return Launch.of(command, folder, Probe.mqtt(port, USER, password()));
    }

    private String password() throws IOException {
        return surroundings.credentials().secret("mqtt.password");
    }

    @Override
    public Map<String, String> settings(int port) throws IOException {
        return Map.of(
                name().urlKey(),
                url(port),
                "nagar.mqtt.user",
                USER,
                "nagar.mqtt.password",
                password());
    }

    @Override
    public String url(int port) {
        return "mqtt://127.0.0.1:" + port;
    }
}
