package io.millrace.journal.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * How far the pages of one file are ready, and how far they should be. Chronicle maps a file block by block, each with some
 * overlap; who asks for a block that the writer has, or will have, gets the same memory.
 *
 * <pre>
 *  | documents | ready for the writer      | not yet
 *  +-----------+---------------------------+- - - - -
 *           written                      ready
 * </pre>
 *
 * <p>Thread: the writer's says {@link #written} and {@link #isShort}, the one that makes pages ready all else. Allocation:
 * where a block begins.
 */
final class PagesOfFile implements ReferenceOwner {
    /** Made ready at once. */
    private static final int PIECE = 64 << 10;

    private final MappedFile file;
    private final long most;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong shortages = new AtomicLong();
    private final AtomicLong ready = new AtomicLong();
    private MappedBytesStore block;
    private long ahead;
    private long knownShortages;
    private boolean isRefused;

    /** @param most bytes to be ahead of the writer, however fast it is */
    PagesOfFile(final MappedFile file, final long least, final long most) {
        this.file = file;
        this.ahead = least;
        this.most = most;
    }

    /** Documents end here. */
    void written(final long end) {
        written.lazySet(end);
    }

    /** The writer has come to where nothing is ready. */
    void isShort() {
        shortages.lazySet(shortages.getPlain() + 1);
    }

    /** Pages are there up to this byte of the file; any thread. */
    long ready() {
        return ready.get();
    }

    /** Makes some more ready; whether there was something to do. */
    boolean step() {
        final long end = written.get();
        if (end == 0 || isRefused) {
            return false;
        }
        if (shortages.get() != knownShortages) {
            knownShortages = shortages.get();
            ahead = Math.min(2 * ahead, most);
        }
        final long from = Math.max(ready.getPlain(), end & -PIECE);
        if (from >= end + ahead) {
            return false;
        }
        try {
            isRefused = !populate(from);
        } catch (final IOException | RuntimeException e) {
            // The writer will meet the same error, if it comes so far.
            isRefused = true;
        }
        if (!isRefused) {
            ready.set(from + PIECE);
        }
        return !isRefused;
    }

    private boolean populate(final long from) throws IOException {
        if (block == null || from >= block.safeLimit()) {
            final MappedBytesStore next = file.acquireByteStore(this, from);
            release();
            block = next;
        }
        // A document that begins at the end of a block is written in its overlap with the next one.
        final int pieces = from + PIECE == block.safeLimit() ? 2 : 1;
        return MappedPages.populate(block.addressForWrite(from), (long) pieces * PIECE);
    }

    /** Lets go of the file's memory. */
    void release() {
        if (block != null) {
            block.release(this);
            block = null;
        }
    }
}
