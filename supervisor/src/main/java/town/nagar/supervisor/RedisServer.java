package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.binaries.ClassPaths;
import town.nagar.supervisor.binaries.RedisPrograms;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Ending;
import town.nagar.supervisor.processes.Launch;

/** Redis with an append-only file and bounded memory. */
record RedisServer(Surroundings surroundings) implements Server {
    @Override
    public ServerName name() {
        return ServerName.REDIS;
    }

    @Override
    public Choice choose() throws IOException {
        Path folder = surroundings.folder(name());
        ClassPaths classPaths = surroundings.classPaths();
        var programs =
                new RedisPrograms(folder.resolve("packages"), classPaths.programs(), classPaths);
        return new Programs(folder, surroundings.plan(), name())
                .choose(
                        () ->
                                programs.installed()
                                        .orElseThrow(() -> new IOException("none installed")),
                        programs::debian,
                        programs::maven);
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = surroundings.folder(name());
        Path data = Files.createDirectories(folder.resolve("data-" + choice.major()));
        Path settings = folder.resolve("redis.conf");
        new PropertyFile(settings).write(Map.of()); // makes it unreadable to others first
        Files.writeString(settings, lines(port, data));
        return new Launch(
                List.of(choice.folder().resolve("redis-server").toString(), settings.toString()),
                choice.environment(),
                folder,
                false,
                Ending.TERM,
                Probe.redis(port, password()));
    }

    /** Only what has an expiry gives way when memory is full. */
    private String lines(int port, Path data) throws IOException {
        return """
        bind 127.0.0.1
        port %d
        dir "%s"
        requirepass %s
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory 256mb
        maxmemory-policy volatile-lru
        """
                .formatted(port, data, password());
    }

    private String password() throws IOException {
        return surroundings.credentials().secret("redis.password");
    }

    @Override
    public Map<String, String> settings(int port) throws IOException {
        return Map.of(name().urlKey(), "redis://:%s@127.0.0.1:%d".formatted(password(), port));
    }

    @Override
    public String url(int port) {
        return "redis://127.0.0.1:" + port;
    }
}
