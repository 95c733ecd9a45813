package io.millrace.journal.model;

/**
 * When a log starts its next file, by UTC wall-clock time.
 *
 * <p>Weeks are left out on purpose: with them Chronicle Queue 2026.4 writes what it can't read.
 */
public enum Roll {
    DAILY,
    HOURLY,
    /** For tests and demonstrations. */
    MINUTELY
}
