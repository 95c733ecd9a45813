package io.millrace.journal.model;

import java.nio.file.Path;

/**
 * What is left of a document that was never completed at the end of a session: its writer was killed meanwhile. Nobody has
 * seen its records, and no reader gives them.
 *
 * @param file     where
 * @param position byte in the file where the document would have begun
 * @param bytes    how many of its bytes are there
 */
public record TornTail(Path file, long position, long bytes) {
    @Override
    public String toString() {
        return bytes + " bytes of a document that was never completed, in " + file + " at byte " + position;
    }
}
