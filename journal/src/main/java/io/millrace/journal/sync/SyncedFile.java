package io.millrace.journal.sync;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.store.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file whose pages are to reach the disk. It is written through another mapping; on Linux a sync covers what was stored
 * into the file's pages before it, by whatever way.
 */
final class SyncedFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    SyncedFile(final Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            Disk.syncDirectory(file.getParent());
            Disk.syncDirectory(file.getParent().getParent());
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    /** Returns when the disk has all that is in the file now. */
    void sync() {
        try {
            channel.force(false);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    private ConnectorException failed(final IOException cause) {
        return new ConnectorException(
                "can't sync " + file + " to the disk (" + cause
                        + "): records that were appended last may not be durable. Check the disk; what is there can be"
                        + " replayed.",
                cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw failed(e);
        }
    }
}
