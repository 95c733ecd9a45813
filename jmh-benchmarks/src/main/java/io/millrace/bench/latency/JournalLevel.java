package io.millrace.bench.latency;

import io.millrace.journal.model.Durability;
import java.util.Locale;

/** Whether trades are journaled, and what the journal promises. */
public enum JournalLevel {
    /** No journal. */
    OFF,
    /** In the page cache. */
    PROCESS,
    /** On the disk after at most about 10 ms. */
    INTERVAL,
    /** On the disk before a trade is worked on. */
    BATCH;

    private static final long INTERVAL_MILLIS = 10;

    public boolean isOn() {
        return this != OFF;
    }

    /**
     * What it promises.
     *
     * @throws IllegalStateException if there is no journal
     */
    public Durability durability() {
        return switch (this) {
            case OFF -> throw new IllegalStateException("there is no journal");
            case PROCESS -> Durability.PROCESS;
            case INTERVAL -> Durability.interval(INTERVAL_MILLIS);
            case BATCH -> Durability.BATCH;
        };
    }

    /** For readers. */
    public String text() {
        return isOn() ? durability().toString() : "off";
    }

    /** In the name of a file. */
    String fileName() {
        return switch (this) {
            case OFF -> "bare";
            case PROCESS -> "journal";
            default -> "journal-" + name().toLowerCase(Locale.ROOT);
        };
    }
}
