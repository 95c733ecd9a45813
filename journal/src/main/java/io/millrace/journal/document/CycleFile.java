package io.millrace.journal.document;

import io.millrace.journal.store.NoJournal;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One file of a Chronicle Queue, mapped read-only window by window and walked from its beginning. It may grow meanwhile.
 *
 * <pre>
 *  +---------------+---------------------------+---+---------------+--------
 *  | header (4)    | document                  |pad| header (4)    | ...
 *  +---------------+---------------------------+---+---------------+--------
 *                                                4 n
 *  header: 0                nothing yet, or a document that is being written
 *          length           a document
 *          META | length    Chronicle's own: what the file is, and its index
 *          END_OF_DATA      the writer went on in the next file
 * </pre>
 *
 * <p>Thread: one. Allocation: each window.
 */
public final class CycleFile implements AutoCloseable {
    /** Where the documents end at the moment. */
    public static final int NOTHING_YET = 0;
    /** Where the file has ended. */
    public static final int END_OF_FILE = 1;
    /** A document is at {@link #offset()}. */
    public static final int DOCUMENT = 2;
    /** The header makes no sense, or what it announces is not in the file. */
    public static final int DAMAGED = 3;

    private static final int HEADER = Integer.BYTES;
    private static final int NOT_COMPLETE = 1 << 31;
    private static final int META = 1 << 30;
    private static final int END_OF_DATA = NOT_COMPLETE | META;
    private static final int LENGTH_MASK = META - 1;
    private static final long WINDOW = 64 << 20;

    private final Path path;
    private final FileChannel channel;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private MappedByteBuffer window;
    private long windowStart;
    private long windowEnd;
    private long next;
    private long position;
    private int length;

    CycleFile(final Path path) {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (final IOException e) {
            throw NoJournal.unreadable(path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Goes to the next document, if there is one; else stays. */
    int next() {
        while (isMapped(next, HEADER)) {
            final int header = buffer.getIntVolatile((int) (next - windowStart));
            if (header == 0 || header == END_OF_DATA) {
                return header == 0 ? NOTHING_YET : END_OF_FILE;
            }
            if ((header & NOT_COMPLETE) != 0) {
                // The very first header is just so while Chronicle makes the file.
                return next == 0 && header == NOT_COMPLETE ? NOTHING_YET : DAMAGED;
            }
            final int announced = header & LENGTH_MASK;
            if (!isMapped(next, HEADER + (long) announced)) {
                return DAMAGED;
            }
            position = next + HEADER;
            length = announced;
            next = position + announced + 3 & -HEADER;
            if ((header & META) == 0) {
                return DOCUMENT;
            }
        }
        return NOTHING_YET;
    }

    private boolean isMapped(final long from, final long bytes) {
        return from >= windowStart && from + bytes <= windowEnd || map(from, bytes);
    }

    /** Moves the window. What was given out of the last one is gone. */
    private boolean map(final long from, final long bytes) {
        try {
            final long size = channel.size();
            if (from + bytes > size) {
                return false;
            }
            final long start = from & -Long.BYTES;
            final long end = Math.min(size, Math.max(start + WINDOW, from + bytes));
            final MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, start, end - start);
            mapped.order(ByteOrder.nativeOrder());
            unmap();
            window = mapped;
            windowStart = start;
            windowEnd = end;
            buffer.wrap(mapped);
            return true;
        } catch (final IOException e) {
            throw NoJournal.unreadable(path, e);
        }
    }

    private void unmap() {
        buffer.wrap(0, 0);
        windowEnd = 0;
        IoUtil.unmap(window);
        window = null;
    }

    /** The mapped window. */
    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Where the document starts in {@link #buffer()}. */
    int offset() {
        return (int) (position - windowStart);
    }

    /** Bytes of the document. */
    int length() {
        return length;
    }

    /** Where the document starts in the file. */
    long position() {
        return position;
    }

    /** Where the next header stands, or will stand. */
    long nextPosition() {
        return next;
    }

    /** Goes to where a header is said to stand. */
    void seek(final long header) {
        next = header;
    }

    /** How many bytes there are behind the next header until there are only zeros; looked for not very far. */
    long bytesBehind() {
        if (!isMapped(next, HEADER)) {
            return 0;
        }
        int last = (int) (windowEnd - windowStart) - 1;
        final int from = (int) (next - windowStart);
        while (last >= from && buffer.getByte(last) == 0) {
            last--;
        }
        return (long) last - from + 1;
    }

    /** Whether a document begins behind the next header, where there is nothing yet. */
    boolean hasBegun() {
        final long from = next + HEADER + DocumentLayout.padding(next + HEADER);
        return isMapped(from, DocumentLayout.BODY)
                && DocumentLayout.isSignature(buffer.getLong((int) (from - windowStart), ByteOrder.LITTLE_ENDIAN));
    }

    /** Whether something stands behind the document that has begun. */
    boolean isFollowed() {
        final long from = next + HEADER + DocumentLayout.padding(next + HEADER);
        final int bodyLength =
                buffer.getInt((int) (from - windowStart) + DocumentLayout.LENGTH, ByteOrder.LITTLE_ENDIAN);
        final long behind = from + DocumentLayout.BODY + bodyLength + DocumentLayout.TRAILER;
        return bodyLength >= 0
                && isMapped(behind, HEADER)
                && buffer.getInt((int) (behind - windowStart), ByteOrder.LITTLE_ENDIAN) != 0;
    }

    @Override
    public void close() {
        unmap();
        try {
            channel.close();
        } catch (final IOException e) {
            throw NoJournal.unreadable(path, e);
        }
    }
}
