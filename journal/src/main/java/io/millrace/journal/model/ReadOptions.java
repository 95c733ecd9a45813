package io.millrace.journal.model;

/**
 * How a log is read.
 *
 * @param checkSums  whether the checksum of each document is compared before its records are shown. Off for replays of a
 *                   file that was verified before: what is damaged then is shown as it is
 * @param laterStart whether the first files may be missing. The reader then begins with the definitions that the first
 *                   file left repeats, and goes on with that file's records
 * @param archive    whether files that were released into the archive are read too
 */
public record ReadOptions(boolean checkSums, boolean laterStart, boolean archive) {
    /** Everything is checked, and the log must be there from its first record. */
    public static final ReadOptions DEFAULTS = new ReadOptions(true, false, false);

    public ReadOptions checkSums(final boolean value) {
        return new ReadOptions(value, laterStart, archive);
    }

    public ReadOptions laterStart(final boolean value) {
        return new ReadOptions(checkSums, value, archive);
    }

    public ReadOptions archive(final boolean value) {
        return new ReadOptions(checkSums, laterStart, value);
    }
}
