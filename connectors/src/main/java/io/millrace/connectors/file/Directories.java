package io.millrace.connectors.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a directory holds survives a loss of power only if the directory itself is written out. */
final class Directories {
    private Directories() {}

    /** Writes out the directory that a file is in. */
    static void force(final Path file) {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (final IOException e) {
            // Not every system lets a directory be opened, and there it is not needed.
        }
    }
}
