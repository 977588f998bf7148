package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Launch;

/** The MongoDB protocol on one H2 file. */
record DocumentsServer(Surroundings surroundings) implements Server {
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx192m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    private static final String LACKS =
            "no expiry, no geography, no transactions, no change streams, no users;"
                    + " a kill may cost the last 0.1 s";

    @Override
    public ServerName name() {
        return ServerName.MONGO;
    }

    @Override
    public Choice choose() throws IOException {
        return JavaServers.choice(
                surroundings.classPaths(), "documents", "mongo-java-server", LACKS);
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = surroundings.folder(name());
        List<String> command =
                surroundings
                        .archives()
                        .guarded(
                                OPTIONS,
                                surroundings.classPaths().of("documents"),
                                "town.nagar.servers.documents.DocumentServer",
                                List.of(
                                        folder.resolve("documents.mv").toString(),
                                        Integer.toString(port)));
        return Launch.of(command, folder, Probe.mongo(port));
    }

    @Override
    public Map<String, String> settings(int port) {
        return Map.of(name().urlKey(), url(port));
    }

    @Override
    public String url(int port) {
        return "mongodb://127.0.0.1:" + port;
    }
}
