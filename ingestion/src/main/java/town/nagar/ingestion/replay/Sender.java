package town.nagar.ingestion.replay;

import town.nagar.ingestion.mapping.MappedItem;

/** A way into a running town. */
sealed interface Sender extends AutoCloseable permits RestSender, MqttSender {
    /** Sends a message, or waits for room first. */
    void send(MappedItem.Message message) throws ReplayException, InterruptedException;

    /** Sends what waits to be sent with others, so that nothing is late. */
    void flush() throws ReplayException, InterruptedException;

    /** Waits until all is acknowledged. */
    void finish() throws ReplayException, InterruptedException;

    @Override
    void close();
}
