package town.nagar.servers.mqtt;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * How the broker keeps messages.
 *
 * <p>A publisher's message is acknowledged when it has been written to the journal's file, which is
 * mapped into memory, so that it survives the end of this process by any signal. It isn't forced to
 * the disk's surface: a power cut may lose the last seconds. Messages beyond the memory's share go
 * to page files; when the disk is nearly full, publishers wait.
 */
final class BrokerSettings {
    private static final long MEMORY_FOR_MESSAGES_BYTES = 32L << 20;
    private static final int PAGE_BYTES = 2 << 20;
    private static final int JOURNAL_FILE_BYTES = 10 << 20;

    /**
     * Writing to a mapped file needs no buffer. The broker's is emptied by a thread that spins for
     * ever once its first sleeps were too long, as they are while a whole town starts.
     */
    private static final int UNBUFFERED = 0;

    private static final int UNACKNOWLEDGED_BY_READER = 4_096;
    private static final long LEAST_FREE_DISK_BYTES = 512L << 20;

    private BrokerSettings() {}

    static Configuration of(int port, Path folder) throws Exception {
        Configuration settings = new ConfigurationImpl();
        settings.setName("nagar")
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setJournalDirectory(folder.resolve("journal").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalType(JournalType.MAPPED)
                .setJournalBufferTimeout_NIO(UNBUFFERED)
                .setJournalDatasync(false)
                .setJournalSyncNonTransactional(true)
                .setJournalSyncTransactional(true)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(4)
                .setGlobalMaxSize(MEMORY_FOR_MESSAGES_BYTES)
                .setMaxDiskUsage(-1)
                .setMinDiskFree(LEAST_FREE_DISK_BYTES)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .setSecurityInvalidationInterval(1_000)
                .setJMXManagementEnabled(false)
                .setCriticalAnalyzer(false);
        settings.addAcceptorConfiguration(acceptor(port));
        settings.addAddressSetting("#", everyTopic());
        return settings;
    }

    private static TransportConfiguration acceptor(int port) {
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of("host", "127.0.0.1", "port", port, "protocols", "MQTT"),
                "mqtt",
                Map.of("defaultMaximumInFlightPublishMessages", UNACKNOWLEDGED_BY_READER));
    }

    private static AddressSettings everyTopic() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes(PAGE_BYTES)
                .setMaxDeliveryAttempts(-1)
                .setAutoDeleteAddresses(false)
                .setRedeliveryDelay(0);
    }
}
