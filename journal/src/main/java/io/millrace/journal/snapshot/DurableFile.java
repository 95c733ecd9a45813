package io.millrace.journal.snapshot;

import io.millrace.journal.store.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes a file so that its name stands for all of it or for what it stood for before, whenever the process or the machine
 * ends.
 *
 * <p>Thread: one at a time. Allocation: a buffer for the first file, which is kept: what is dropped outside the heap brings
 * about a collection, for which all threads wait.
 */
final class DurableFile {
    /** End of the names of files that are not complete. */
    static final String UNFINISHED = ".tmp";

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Arrays are written in parts: the JDK would keep memory of the size of the largest one for ever. */
    private static final int PART = 1 << 20;

    private final Consumer<WriteStep> steps;
    private ByteBuffer read;

    /** @param steps told what has been done; if it throws an {@link Error}, all stays as it is then, as after a crash */
    DurableFile(final Consumer<WriteStep> steps) {
        this.steps = steps;
    }

    /**
     * Writes a file, in the place of an older one if there is one.
     *
     * @param parts what is to be in it, one behind the other; not changed
     * @throws IOException if that is not possible; the older one is as it was, and no other file is left
     */
    void write(final Path file, final ByteBuffer... parts) throws IOException {
        final Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                steps.accept(WriteStep.BEGUN);
                for (final ByteBuffer part : parts) {
                    write(channel, part.duplicate());
                }
                steps.accept(WriteStep.WRITTEN);
                channel.force(true);
                steps.accept(WriteStep.SYNCED);
                compare(channel, parts);
            }
            steps.accept(WriteStep.COMPARED);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException | RuntimeException e) {
            giveUp(unfinished, e);
            throw e;
        }
        steps.accept(WriteStep.RENAMED);
        Disk.syncDirectory(file.getParent());
        steps.accept(WriteStep.DONE);
    }

    private static void write(final FileChannel channel, final ByteBuffer part) throws IOException {
        final int end = part.limit();
        while (part.position() < end) {
            part.limit(Math.min(end, part.position() + PART));
            channel.write(part);
        }
    }

    /** Through another buffer, and from the file; the system may still answer from its memory. */
    private void compare(final FileChannel channel, final ByteBuffer... parts) throws IOException {
        if (read == null) {
            read = ByteBuffer.allocateDirect(PART);
        }
        long at = 0;
        for (final ByteBuffer part : parts) {
            final ByteBuffer expected = part.duplicate();
            final int end = part.limit();
            while (expected.position() < end) {
                expected.limit(Math.min(end, expected.position() + PART));
                read.clear().limit(expected.remaining());
                fill(channel, read, at);
                final int difference = read.flip().mismatch(expected);
                if (difference >= 0) {
                    throw new IOException("byte " + (at + difference) + " is not what was written");
                }
                at += expected.remaining();
                expected.position(expected.limit());
            }
        }
        if (channel.size() != at) {
            throw new IOException(channel.size() + " bytes are there instead of the " + at + " that were written");
        }
    }

    /** Reads until the buffer is full or the file ends. */
    static void fill(final FileChannel channel, final ByteBuffer target, final long from) throws IOException {
        long at = from;
        while (target.hasRemaining()) {
            final int read = channel.read(target, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    private static void giveUp(final Path unfinished, final Exception reason) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (final IOException e) {
            reason.addSuppressed(e);
        }
    }
}
