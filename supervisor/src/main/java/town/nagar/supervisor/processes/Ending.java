package town.nagar.supervisor.processes;

/** The signal that asks a child for an ordered end. */
public enum Ending {
    /** SIGTERM, for nearly all. */
    TERM,
    /** SIGINT, by which PostgreSQL ends its sessions instead of waiting for them. */
    INT
}
