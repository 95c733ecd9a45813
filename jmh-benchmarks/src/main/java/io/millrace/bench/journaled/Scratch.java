package io.millrace.bench.journaled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that are used once. */
public final class Scratch implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private static final int PIECE = 1 << 20;

    private final Path base;

    /** Makes a directory for them below another. */
    public Scratch(final Path parent) {
        try {
            base = Files.createTempDirectory(parent, "millrace-bench");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shared memory where there is some, else the directory for temporary files. */
    public static Path usualParent() {
        return Files.isWritable(SHARED_MEMORY) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** A new directory in place of the last one of that name. */
    public Path renew(final String name) {
        final Path directory = base.resolve(name);
        delete(directory);
        try {
            return Files.createDirectory(directory);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes so much and deletes it again. Memory that a virtual machine has not used for a while is taken from the host
     * when it is touched, which costs ten times as much as the page fault itself: without this, that is what would be
     * measured.
     */
    public void touch(final long bytes) {
        final Path file = renew("touched").resolve("zeros");
        final ByteBuffer zeros = ByteBuffer.allocateDirect(PIECE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < bytes; written += channel.write(zeros)) {
                zeros.clear();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        renew("touched");
    }

    /** The directory of that name. */
    public Path path(final String name) {
        return base.resolve(name);
    }

    /** For readers: kind of file system, and where. */
    public String describe() {
        try {
            return "files in " + base.getParent() + " ("
                    + Files.getFileStore(base).type() + ")";
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(final Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            final List<Path> deepestFirst =
                    files.sorted(Comparator.reverseOrder()).toList();
            for (final Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(base);
    }
}
