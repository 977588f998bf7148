package town.nagar.servers.documents;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/**
 * Serves documents on the loopback address.
 *
 * <p>What was written in the last {@value #COMMIT_EVERY_MILLISECONDS} ms before a kill may be lost:
 * what matters is kept elsewhere, and documents can be made again from there.
 */
public final class DocumentServer {
    private static final int COMMIT_EVERY_MILLISECONDS = 100;

    private DocumentServer() {}

    /**
     * Serves until the process is asked to end.
     *
     * @param args the file and the port
     */
    public static void main(String[] args) {
        MVStore store = new MVStore.Builder().fileName(args[0]).open();
        store.setAutoCommitDelay(COMMIT_EVERY_MILLISECONDS);
        var server = new MongoServer(new H2Backend(store));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
    }
}
