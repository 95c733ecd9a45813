package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held while a process writes a log. The operating system lets go of it when the process ends, however it ends, so that a
 * file left behind locks nothing.
 *
 * <p>Thread: any.
 */
public final class DirectoryLock implements AutoCloseable {
    /**
     * Files locked by this process. A second open file would not only find the lock its own: closing it would release the
     * first one's, since such locks belong to a process and a file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private DirectoryLock(final Path key, final FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws ConnectorException if someone else holds it; says who
     */
    public static DirectoryLock take(final LogDirectory directory) {
        final Path file = directory.lock();
        final Path key = file.toAbsolutePath().normalize();
        if (!HELD.add(key)) {
            throw busy(directory, "this process");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            final FileLock lock = channel.tryLock();
            if (lock == null) {
                throw busy(directory, "process " + Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DirectoryLock(key, channel);
        } catch (final IOException e) {
            giveUp(key, channel, e);
            throw new ConnectorException("can't lock " + file + " (" + e + "): check the permissions of it", e);
        } catch (final RuntimeException e) {
            giveUp(key, channel, e);
            throw e;
        }
    }

    private static ConnectorException busy(final LogDirectory directory, final String who) {
        return new ConnectorException(directory.root() + " is being written by " + who
                + ": wait until it has ended, or choose another directory. Reading it now is fine.");
    }

    private static void giveUp(final Path key, final FileChannel channel, final Exception reason) {
        HELD.remove(key);
        if (channel != null) {
            try {
                channel.close();
            } catch (final IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new ConnectorException("can't release " + key + " (" + e + ")", e);
        } finally {
            HELD.remove(key);
        }
    }
}
