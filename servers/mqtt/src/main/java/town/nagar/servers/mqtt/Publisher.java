package town.nagar.servers.mqtt;

import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** A client's connection: it is read as long as there is no reason to let it wait. */
final class Publisher {
    /** Why a connection is not read. */
    enum Reason {
        /** Whoever reads the messages has fallen behind. */
        SLOW_READER,
        /** Too much of what it sent still waits for its acknowledgement. */
        UNACKNOWLEDGED
    }

    private final Connection connection;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private int unacknowledged;

    Publisher(Connection connection) {
        this.connection = connection;
    }

    synchronized void hold(Reason reason) {
        reasons.add(reason);
        connection.setAutoRead(false);
    }

    synchronized void letGo(Reason reason) {
        if (reasons.remove(reason) && reasons.isEmpty()) {
            connection.setAutoRead(true);
        }
    }

    /** Counts a message that came in, of which no more than {@code most} shall wait. */
    synchronized void sent(int most) {
        unacknowledged++;
        if (unacknowledged >= most) {
            hold(Reason.UNACKNOWLEDGED);
        }
    }

    /** Counts an acknowledgement. */
    synchronized void acknowledged(int most) {
        unacknowledged--;
        if (unacknowledged <= most / 2) {
            letGo(Reason.UNACKNOWLEDGED);
        }
    }
}
