package town.nagar.ingestion.pressure;

/**
 * What is known of one job.
 *
 * @param pending readings that wait for it
 * @param toldMillis when it told so
 * @param behindSinceMillis since when senders wait for it; {@link #KEEPS_UP} if they need not
 */
record JobLag(long pending, long toldMillis, long behindSinceMillis) {
    static final long KEEPS_UP = Long.MAX_VALUE;

    static JobLag unknown() {
        return new JobLag(0, 0, KEEPS_UP);
    }

    JobLag next(long nowPending, long nowMillis, PressureSettings settings) {
        boolean wasBehind = behindSinceMillis != KEEPS_UP;
        boolean behind = nowPending > (wasBehind ? settings.goOnBelow() : settings.waitAbove());
        long since = wasBehind ? behindSinceMillis : nowMillis;
        return new JobLag(nowPending, nowMillis, behind ? since : KEEPS_UP);
    }

    boolean isWaitedFor(long nowMillis, PressureSettings settings) {
        return behindSinceMillis != KEEPS_UP
                && nowMillis - toldMillis <= settings.newsLastsFor().toMillis()
                && nowMillis - behindSinceMillis <= settings.waitAtMost().toMillis();
    }
}
