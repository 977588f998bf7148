package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Launch;

/** One Kafka node that is its own controller. */
record KafkaServer(Surroundings surroundings) implements Server {
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms96m",
                    "-Xmx384m",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /** The node's identity, so that a data folder can be moved to another machine. */
    private static final String CLUSTER_ID = "TmFnYXJUb3duS2Fma2ExMQ";

    @Override
    public ServerName name() {
        return ServerName.KAFKA;
    }

    @Override
    public Choice choose() throws IOException {
        return JavaServers.choice(
                surroundings.classPaths(), "kafka", "kafka_2.13", "one node: no replicas");
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = surroundings.folder(name());
        Path settings = folder.resolve("server.properties");
        int controller = surroundings.ports().pick("kafka-controller");
        Path data = folder.resolve("data");
        Files.writeString(settings, properties(port, controller, data));
        List<String> command =
                surroundings
                        .archives()
                        .guarded(
                                OPTIONS,
                                surroundings.classPaths().of("kafka"),
                                "town.nagar.servers.kafka.KafkaNode",
                                List.of(settings.toString(), data.toString(), CLUSTER_ID));
        return Launch.of(command, folder, Probe.kafka(port));
    }

    /**
     * Settings of one node. The short session lets a killed broker come back in seconds; ten
     * minutes of transactions let the streams' transactions outlive a restart of theirs.
     */
    private static String properties(int port, int controllerPort, Path data) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        log.dirs=%3$s
        num.partitions=4
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        offsets.topic.num.partitions=4
        transaction.state.log.num.partitions=4
        group.initial.rebalance.delay.ms=0
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500
        transaction.max.timeout.ms=900000
        log.segment.bytes=134217728
        log.cleaner.dedupe.buffer.size=16777216
        num.network.threads=2
        num.io.threads=4
        """
                .formatted(port, controllerPort, data);
    }

    @Override
    public Map<String, String> settings(int port) {
        return Map.of(name().urlKey(), url(port));
    }

    @Override
    public String url(int port) {
        return "127.0.0.1:" + port;
    }
}
