package town.nagar.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.supervisor.probes.Probe;

class SupervisorTest {
    @TempDir private Path folder;
    private TestTown town;

    @BeforeEach
    void openTheFolder() throws IOException {
        town = TestTown.in(folder);
    }

    @Test
    void portsSecretsAndChoicesStayTheSameBetweenStarts() throws Exception {
        Map<String, String> first;
        try (RunningServers servers = town.start(ServerName.REDIS, ServerName.POSTGRES)) {
            first = servers.settings();
        }
        try (RunningServers servers = town.start(ServerName.REDIS, ServerName.POSTGRES)) {
            assertThat(servers.settings()).isEqualTo(first);
        }
    }

    @Test
    void aSecondSupervisorOfTheFolderIsRefusedAndToldWhoHasIt() throws Exception {
        try (RunningServers _ = town.start(ServerName.REDIS)) {
            assertThatThrownBy(() -> town.start(ServerName.REDIS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
            assertThat(OtherProcess.run(folder, "REDIS").output())
                    .contains("in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aRememberedPortThatIsTakenIsReplaced() throws Exception {
        int port;
        try (RunningServers servers = town.start(ServerName.REDIS)) {
            port = TestTown.status(servers, "redis").port();
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                RunningServers servers = town.start(ServerName.REDIS)) {
            assertThat(TestTown.status(servers, "redis").port()).isNotEqualTo(port);
        }
    }

    @Test
    void anAskedPortThatIsTakenIsExplained() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Plan plan = town.plan(Set.of(ServerName.REDIS), Map.of("nagar.redis.port", port));

            assertThatThrownBy(() -> Supervisor.start(plan))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "port " + port + ", asked for by nagar.redis.port, is taken");
        }
    }

    @Test
    void aPortThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> town.plan(Set.of(ServerName.S3), Map.of("nagar.s3.port", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nagar.s3.port: x; must be a number from 0 (any) to 65535");
    }

    @Test
    void aServerGivenByUrlIsNotStartedAndItsSecretsAreNotShown() throws Exception {
        Map<String, String> given = Map.of("nagar.redis.url", "redis://:secret@cache.example:6379");
        try (RunningServers servers =
                Supervisor.start(town.plan(Set.of(ServerName.REDIS), given))) {
            assertThat(servers.settings()).isEqualTo(given);
            assertThat(servers.status())
                    .extracting(ServerStatus::state, ServerStatus::url)
                    .containsExactly(tuple("external", "redis://cache.example:6379"));
        }
    }

    @Test
    void anotherProcessReadsTheStateAndSecretsStayWithTheOwner() throws Exception {
        try (RunningServers servers = town.start(ServerName.REDIS, ServerName.MONGO)) {
            TestTown.await(
                    () -> read().servers().equals(servers.status()), "the state file is current");
            assertThat(read().running()).isTrue();
            assertThat(Files.readString(folder.resolve("state.json")))
                    .doesNotContain(servers.setting("nagar.redis.url"));
        }
        assertThat(read().servers()).extracting(ServerStatus::state).containsOnly("stopped");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("credentials.properties"))))
                .isEqualTo("rw-------");
    }

    private TownStatus read() {
        try {
            return TownStatus.read(folder).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noChildOutlivesAKilledSupervisor() throws Exception {
        List<Long> children;
        try (OtherProcess other = OtherProcess.startServers(folder, "REDIS,POSTGRES,MONGO")) {
            TestTown.await(
                    () -> read().servers().stream().allMatch(s -> s.state().equals("ready")),
                    "the state file says ready");
            children = read().servers().stream().map(ServerStatus::pid).toList();
            assertThat(children).hasSize(3).doesNotContain(0L);
            other.kill();
        }
        for (long child : children) {
            TestTown.await(() -> TestTown.gone(child), "process " + child + " has ended");
        }
        town.start(ServerName.REDIS, ServerName.POSTGRES, ServerName.MONGO).close();
    }

    @Test
    void whatAnEarlierSupervisorLeftIsEndedAndNothingElse() throws Exception {
        Process leftOver = new ProcessBuilder("sleep", "300").start();
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            record(leftOver, leftOver.info().startInstant().orElseThrow().toString());
            record(stranger, "2001-01-01T00:00:00Z"); // its id once was another's

            town.start(ServerName.REDIS).close();

            assertThat(leftOver.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            leftOver.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    private void record(Process process, String started) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                run.resolve("child" + process.pid() + ".pid"),
                "pid=%d%nstarted=%s%nending=TERM%n".formatted(process.pid(), started));
    }

    @Test
    void aChildThatCannotStartIsGivenUpWithTheEndOfItsLog() throws Exception {
        try (RunningServers servers = town.start()) {
            var child =
                    new JavaChild(
                            "broken",
                            OtherProcess.classPath(),
                            FailingChild.class.getName(),
                            List.of("no such job"),
                            List.of(),
                            Map.of(),
                            Set.of(),
                            0,
                            Probe.http(1, "/"));

            assertThatThrownBy(() -> servers.launch(child))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken: ended with status 3")
                    .hasMessageContaining("can't run: no such job");
            assertThat(TestTown.status(servers, "broken").state()).isEqualTo("failed");
        }
    }
}
