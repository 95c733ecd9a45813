package io.millrace.journal.model;

/**
 * How a log is read.
 *
 * @param checkSums  whether the checksum of each document is compared before its records are shown. Off for replays of a
 *                   file that was verified before: what is damaged then is shown as it is
 * @param laterStart whether the first files may be missing. The reader then begins with the definitions that the first
 *                   file left repeats, and goes on with that file's records
 */
public record ReadOptions(boolean checkSums, boolean laterStart) {
    /** Everything is checked, and the log must be there from its first record. */
    public static final ReadOptions DEFAULTS = new ReadOptions(true, false);

    public ReadOptions checkSums(final boolean value) {
        return new ReadOptions(value, laterStart);
    }

    public ReadOptions laterStart(final boolean value) {
        return new ReadOptions(checkSums, value);
    }
}
