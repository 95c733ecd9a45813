package io.millrace.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where some of the documents of a file are: beside each file of a log, little-endian.
 *
 * <pre>
 *   0                               8                               16
 *  +-------------------------------+-------------------------------+-----
 *  | number of the first record    | place of Chronicle's header   | ...
 *  +-------------------------------+-------------------------------+-----
 * </pre>
 *
 * It is a hint. A reader believes it only if a sound document with that number is in that place; without it, it walks the
 * file from its head. So nobody waits for the disk to have it, and it may be damaged or missing.
 *
 * <p>Thread: the writer's. Allocation: none per document.
 */
public final class SparseIndex implements AutoCloseable {
    private static final int ENTRY = 16;

    private final long interval;
    private final ByteBuffer entry = ByteBuffer.allocateDirect(ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel channel;
    private long due;
    private long end;

    /**
     * An entry of an index.
     *
     * @param first  number of the document's first record
     * @param header where Chronicle's header of it stands in the file
     */
    public record Entry(long first, long header) {}

    /** @param interval bytes of documents from one entry to the next */
    public SparseIndex(final long interval) {
        this.interval = interval;
    }

    /** From now on it is this file of a log. */
    public void file(final Path path) {
        close();
        try {
            channel = FileChannel.open(LogFile.indexOf(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            end = 0;
            due = interval;
        } catch (final IOException e) {
            giveUp();
        }
    }

    /** A hint less. Whatever is wrong with the disk, the log itself will meet it. */
    private void giveUp() {
        due = Long.MAX_VALUE;
    }

    /** A document was written. */
    public void add(final long first, final long header) {
        if (header >= due) {
            due = header + interval;
            write(first, header);
        }
    }

    private void write(final long first, final long header) {
        entry.clear();
        entry.putLong(first).putLong(header).flip();
        try {
            end += channel.write(entry, end);
        } catch (final IOException e) {
            giveUp();
        }
    }

    /** The last entry of a file's index that is not behind a record, or null. */
    public static Entry find(final LogFile file, final long seq) {
        Entry found = null;
        try {
            if (!Files.isRegularFile(file.index())) {
                return null;
            }
            final ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(file.index())).order(ByteOrder.LITTLE_ENDIAN);
            final long size = Files.size(file.path());
            while (bytes.remaining() >= ENTRY) {
                final Entry next = new Entry(bytes.getLong(), bytes.getLong());
                if (next.first <= seq && next.header > 0 && next.header < size && (next.header & 3) == 0) {
                    found = next;
                }
            }
        } catch (final IOException e) {
            return null;
        }
        return found;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (final IOException e) {
            giveUp();
        }
        channel = null;
    }
}
