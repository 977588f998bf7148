package town.nagar.supervisor.processes;

/** Where a child is in its life. */
public enum ChildState {
    /** Runs, and doesn't yet answer. */
    STARTING,
    /** Answered in its own protocol. */
    READY,
    /** Ended by itself; starts again after a pause. */
    BACKING_OFF,
    /** Ended because it was asked to. */
    STOPPED,
    /** Couldn't be started; nobody tries again. */
    FAILED
}
