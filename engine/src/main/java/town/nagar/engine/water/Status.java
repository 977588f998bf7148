package town.nagar.engine.water;

/** What a link is doing at the moment; all up to {@link #CLOSED} let no water pass. */
final class Status {
    /** A pump that cannot lift water as high as it would have to. */
    static final int CANNOT_LIFT = 0;

    /** Shut until looked at again: its tank is full or empty, or its pump of power is at rest. */
    static final int SHUT_FOR_NOW = 1;

    static final int CLOSED = 2;
    static final int OPEN = 3;

    /** A valve at work. */
    static final int ACTIVE = 4;

    /** A flow control valve through which less flows than it would let pass. */
    static final int CANNOT_REACH_FLOW = 5;

    /** A pressure valve that cannot hold its pressure. */
    static final int CANNOT_HOLD_PRESSURE = 6;

    private Status() {}
}
