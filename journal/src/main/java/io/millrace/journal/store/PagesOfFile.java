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
 *           written                     readyTo
 *
 *  | documents | the writer's   | ready    | not yet
 *  +-----------+----------------+----------+- - - - -
 *           written         readyFrom   readyTo
 * </pre>
 *
 * <p>A writer that is faster than this comes to where nothing is ready, and has to make its pages itself. It would only meet
 * the other thread at the same ones; so that goes on some way ahead, and both make pages side by side.
 *
 * <p>Thread: the writer's says {@link #written} and {@link #isShort}, the one that makes pages ready all else. Allocation:
 * where a block begins.
 */
final class PagesOfFile implements ReferenceOwner {
    /** Made ready at once. */
    private static final int PIECE = 64 << 10;

    /** Pieces that are left to a writer that has come to where nothing is ready, at first and at most. */
    private static final int LEAST_LEAP = 2;

    private static final int MOST_LEAP = 8;

    private final MappedFile file;
    private final long most;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong shortages = new AtomicLong();
    /** Number of the first piece that is ready, and in the lower half of the first one behind those. */
    private final AtomicLong ready = new AtomicLong();

    private MappedBytesStore block;
    private long ahead;
    private long knownShortages;
    private int leap;
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

    /** Pages are there from this byte of the file up to the one that is given back; to itself if they are not. Any thread. */
    long ready(final long from) {
        final long pieces = ready.get();
        return from < (pieces >>> Integer.SIZE) * PIECE ? from : Math.max(from, (pieces & 0xFFFFFFFFL) * PIECE);
    }

    /** Makes some more ready; whether there was something to do. */
    boolean step() {
        final long end = written.get();
        if (end == 0 || isRefused) {
            return false;
        }
        final long pieces = ready.getPlain();
        final long to = pieces & 0xFFFFFFFFL;
        final long at = end / PIECE;
        final boolean isPassed = isShort(to < at + LEAST_LEAP) || to <= at;
        final long next = isPassed ? at + leap : to;
        if (next * PIECE >= end + ahead) {
            leap = 0;
            return false;
        }
        try {
            isRefused = !populate(next * PIECE);
        } catch (final IOException | RuntimeException e) {
            // The writer will meet the same error, if it comes so far.
            isRefused = true;
        }
        if (!isRefused) {
            ready.set((isPassed ? next : pieces >>> Integer.SIZE) << Integer.SIZE | next + 1);
        }
        return !isRefused;
    }

    /** Whether the writer has come to the end of what was ready since this was last asked. */
    private boolean isShort(final boolean isNear) {
        if (shortages.get() == knownShortages) {
            return false;
        }
        knownShortages = shortages.get();
        ahead = Math.min(2 * ahead, most);
        if (isNear) {
            leap = Math.min(Math.max(LEAST_LEAP, 2 * leap), MOST_LEAP);
        }
        return isNear;
    }

    private boolean populate(final long from) throws IOException {
        if (block == null || from >= block.safeLimit()) {
            final MappedBytesStore next = file.acquireByteStore(this, from);
            release();
            block = next;
            MappedPages.adviseLarge(block.addressForWrite(block.start()), block.safeLimit() - block.start());
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
