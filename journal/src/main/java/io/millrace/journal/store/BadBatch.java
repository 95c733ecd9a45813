package io.millrace.journal.store;

/** What is wrong with a batch that a log was given: an error of the caller. */
public final class BadBatch {
    private BadBatch() {}

    /** It does not follow the one before. */
    public static IllegalStateException outOfOrder(final long firstSeq, final long next) {
        return new IllegalStateException(
                "a batch beginning with inputSeq " + firstSeq + " was given, the next one is " + next);
    }

    /** Its records are not what it says. */
    public static IllegalArgumentException records(final long firstSeq, final int count, final int length) {
        return new IllegalArgumentException("a batch beginning with inputSeq " + firstSeq + " is said to hold " + count
                + " records in " + length + " bytes, and does not");
    }

    /** The log is closed. */
    public static IllegalStateException closed() {
        return new IllegalStateException("the journal is closed");
    }
}
