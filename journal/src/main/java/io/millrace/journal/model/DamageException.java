package io.millrace.journal.model;

import io.millrace.engine.spi.ConnectorException;
import java.nio.file.Path;

/** The files of a log are not what was written. Nothing from the damaged place on was shown to anyone. */
public final class DamageException extends ConnectorException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String file;
    private final long position;
    private final long number;

    /**
     * @param what     what is wrong, in words
     * @param file     where
     * @param position byte in the file
     * @param number   number of the first record that can't be read: everything before it is intact
     */
    public DamageException(final String what, final Path file, final long position, final long number) {
        this(
                what,
                file,
                position,
                number,
                what + " (in " + file + " at byte " + position + ", before record " + number
                        + "). All records before that one are intact; for the rest, restore the file from a copy, or"
                        + " accept the loss of it when a run goes on (--accept-loss).");
    }

    private DamageException(
            final String what, final Path file, final long position, final long number, final String message) {
        super(message);
        this.what = what;
        this.file = file.toString();
        this.position = position;
        this.number = number;
    }

    /**
     * A snapshot that can't be used. Its journal has all that it was made from.
     *
     * @param inputSeq record that it was taken at
     */
    public static DamageException ofSnapshot(
            final String what, final Path file, final long position, final long inputSeq) {
        return new DamageException(
                what,
                file,
                position,
                inputSeq,
                "the snapshot of record " + inputSeq + " is damaged: " + what + " (in " + file + " at byte " + position
                        + "). Nothing is lost: an older snapshot, or the whole journal, gives the same state. To get rid"
                        + " of the message, remove the file or restore it from a copy.");
    }

    /** What is wrong, in words. */
    public String what() {
        return what;
    }

    /** The damaged file. */
    public Path file() {
        return Path.of(file);
    }

    /** Byte in the file. */
    public long position() {
        return position;
    }

    /** Number of the first record that can't be read: the {@code inputSeq} in a journal, the count in an output log. */
    public long number() {
        return number;
    }
}
