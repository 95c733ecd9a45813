package io.millrace.journal.model;

import io.millrace.engine.spi.ConnectorException;

/**
 * What a log promises about records that were appended.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: changes no result.
 *
 * @param level          which promise
 * @param intervalMillis milliseconds between two writes to the disk, for {@link Level#INTERVAL}; else 0
 */
public record Durability(Level level, long intervalMillis) {
    /** Survives the end of the process, kill -9 included; not a loss of power. */
    public static final Durability PROCESS = new Durability(Level.PROCESS, 0);

    /** On the disk before an append returns. */
    public static final Durability BATCH = new Durability(Level.BATCH, 0);

    private static final String INTERVAL_PREFIX = "interval:";

    /** The promises. */
    public enum Level {
        /** In the page cache. */
        PROCESS,
        /** On the disk after a while; how far, the log tells. */
        INTERVAL,
        /** On the disk, batch by batch. */
        BATCH
    }

    public Durability {
        if (level == Level.INTERVAL && intervalMillis < 1) {
            throw new IllegalArgumentException("an interval of " + intervalMillis + " ms: at least 1");
        }
    }

    /** On the disk at most about so many milliseconds after an append. */
    public static Durability interval(final long millis) {
        return new Durability(Level.INTERVAL, millis);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws ConnectorException for anything else; says what there is
     */
    public static Durability parse(final String text) {
        if (text.equals("process")) {
            return PROCESS;
        }
        if (text.equals("batch")) {
            return BATCH;
        }
        if (text.startsWith(INTERVAL_PREFIX)) {
            try {
                return interval(Long.parseLong(text.substring(INTERVAL_PREFIX.length())));
            } catch (final IllegalArgumentException e) {
                throw unknown(text, e);
            }
        }
        throw unknown(text, null);
    }

    private static ConnectorException unknown(final String text, final IllegalArgumentException cause) {
        return new ConnectorException(
                "unknown durability '" + text + "': use 'process', 'batch', or 'interval:<milliseconds>'", cause);
    }

    /** {@code process}, {@code batch} or {@code interval:<milliseconds>}. */
    @Override
    public String toString() {
        return switch (level) {
            case PROCESS -> "process";
            case BATCH -> "batch";
            case INTERVAL -> INTERVAL_PREFIX + intervalMillis;
        };
    }
}
