package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.JournalOptions;
import java.io.File;
import java.nio.file.Path;

/**
 * Looks at the free space of the disk before it is needed. A mapped file on a full disk does not fail with an error that
 * could be handled: the first touch of a page that can't be had is a signal.
 *
 * <p>Thread: the writer's. Allocation: none between two looks.
 */
public final class SpaceGuard {
    private final File directory;
    private final JournalOptions options;
    private long left;

    /** Looks for the first time. */
    public SpaceGuard(final Path directory, final JournalOptions options) {
        this.directory = directory.toFile();
        this.options = options;
        look(0);
    }

    /**
     * Makes sure of bytes that are to be written next.
     *
     * @throws ConnectorException if they would leave less free than must stay free
     */
    public void take(final long bytes) {
        left -= bytes;
        if (left < 0) {
            look(bytes);
        }
    }

    private void look(final long bytes) {
        final long free = options.freeBytes().applyAsLong(directory);
        if (free - bytes < options.minFreeBytes()) {
            throw new ConnectorException("the disk of " + directory + " is almost full: " + free
                    + " bytes are free and " + options.minFreeBytes()
                    + " must stay so. Nothing was lost: what was appended can be read. Free some space, or choose"
                    + " another disk.");
        }
        left = Math.min(options.checkBytes(), free - bytes - options.minFreeBytes());
    }
}
