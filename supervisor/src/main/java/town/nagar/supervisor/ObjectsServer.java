package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Launch;

/** S3Proxy on a folder. */
record ObjectsServer(Surroundings surroundings) implements Server {
    /** The bucket that is there from the start: the file system's top folders are the buckets. */
    private static final String BUCKET = "digital-twin-data";

    private static final List<String> OPTIONS = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");

    @Override
    public ServerName name() {
        return ServerName.S3;
    }

    @Override
    public Choice choose() throws IOException {
        return JavaServers.choice(
                surroundings.classPaths(),
                "objects",
                "s3proxy",
                "no lifecycle rules, no versions, no tags");
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = surroundings.folder(name());
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve(BUCKET));
        Path settings = folder.resolve("s3proxy.properties");
        new PropertyFile(settings)
                .write(
                        Map.of(
                                "s3proxy.endpoint", url(port),
                                "s3proxy.authorization", "aws-v2-or-v4",
                                "s3proxy.identity", accessKey(),
                                "s3proxy.credential", secretKey(),
                                "jclouds.provider", "filesystem-nio2",
                                "jclouds.filesystem.basedir", data.toString()));
        List<String> command =
                surroundings
                        .archives()
                        .guarded(
                                OPTIONS,
                                surroundings.classPaths().of("objects"),
                                "org.gaul.s3proxy.Main",
                                List.of("--properties", settings.toString()));
        return Launch.of(command, folder, Probe.http(port, "/healthz"));
    }

    private String accessKey() throws IOException {
        return surroundings.credentials().secret("s3.access-key");
    }

    private String secretKey() throws IOException {
        return surroundings.credentials().secret("s3.secret-key");
    }

    @Override
    public Map<String, String> settings(int port) throws IOException {
        return Map.of(
                name().urlKey(),
                url(port),
                "nagar.s3.access-key",
                accessKey(),
                "nagar.s3.secret-key",
                secretKey(),
                "nagar.s3.bucket",
                BUCKET);
    }

    @Override
    public String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
