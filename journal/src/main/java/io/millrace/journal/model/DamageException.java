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
        super(what + " (in " + file + " at byte " + position + ", before record " + number
                + "). All records before that one are intact; for the rest, restore the file from a copy.");
        this.what = what;
        this.file = file.toString();
        this.position = position;
        this.number = number;
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
