package town.nagar.supervisor;

/**
 * One server or child, as the state file shows it.
 *
 * @param state starting, ready, backing_off, stopped, failed, or external if its URL was given
 * @param pid 0 while it doesn't run
 * @param port 0 if it has none here
 * @param url without secrets
 * @param choice where its program came from: installed, debian, maven, java or url
 * @param lacks what the choice can't do, empty if nothing
 * @param since when the state began, ISO 8601 in UTC
 * @param restarts how often it was started again
 * @param detail why it last ended by itself, empty if it never did
 * @param log its log file
 */
public record ServerStatus(
        String name,
        String state,
        long pid,
        int port,
        String url,
        String choice,
        String version,
        String lacks,
        String since,
        int restarts,
        String detail,
        String log) {}
