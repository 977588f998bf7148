package town.nagar.ingestion.replay;

import java.util.concurrent.atomic.AtomicLong;

/** What was sent and what came of it. */
final class Tally {
    final AtomicLong sent = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong duplicates = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong badRows = new AtomicLong();

    String line() {
        return "sent %d, acknowledged %d, duplicates %d, refused %d, bad rows %d"
                .formatted(
                        sent.get(),
                        acknowledged.get(),
                        duplicates.get(),
                        refused.get(),
                        badRows.get());
    }

    String json(double seconds) {
        return "{\"sent\":%d,\"acknowledged\":%d,\"duplicates\":%d,\"refused\":%d,"
                        .formatted(sent.get(), acknowledged.get(), duplicates.get(), refused.get())
                + "\"bad_rows\":%d,\"seconds\":%s}".formatted(badRows.get(), seconds);
    }
}
