package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Makes the disk have what the page cache has. */
public final class Disk {
    private Disk() {}

    /** Makes the names in a directory survive a loss of power. */
    public static void syncDirectory(final Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Makes a file, and its name, survive a loss of power.
     *
     * @throws ConnectorException if the disk does not take it
     */
    public static void sync(final Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
            syncDirectory(file.getParent());
        } catch (final IOException e) {
            throw new ConnectorException("can't sync " + file + " to the disk (" + e + "): check the disk", e);
        }
    }

    /** Makes all files of a session survive a loss of power. */
    public static void syncAll(final Path session) {
        try (Stream<Path> files = Files.list(session)) {
            files.filter(LogFile::isOne).forEach(Disk::sync);
        } catch (final IOException e) {
            throw new ConnectorException("can't list " + session + " (" + e + "): check its permissions", e);
        }
    }
}
