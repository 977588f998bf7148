package town.nagar.servers.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** One Kafka node, its own controller; formats its data folder when that is new. */
public final class KafkaNode {
    private KafkaNode() {}

    /**
     * Serves until the process is asked to end.
     *
     * @param args the file of settings, the data folder that it names, and the id of the cluster
     */
    public static void main(String[] args) {
        if (!Files.exists(Path.of(args[1], "meta.properties"))) {
            int status = format(args[0], args[2]);
            if (status != 0) {
                System.exit(status);
            }
        }
        Kafka.main(new String[] {args[0]});
    }

    private static int format(String settings, String clusterId) {
        String[] arguments = {"format", "-t", clusterId, "-c", settings, "--ignore-formatted"};
        return StorageTool.execute(arguments, System.out);
    }
}
