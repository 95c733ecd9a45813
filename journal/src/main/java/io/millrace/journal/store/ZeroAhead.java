package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes zeros into a file ahead of those who store into its mapped pages, so that the pages are there before they are
 * stored into. Two things come of it. A full disk is an error of this write, with a message, while a store into a page that
 * can't be had is a signal, which some JVMs report only after the bytes were lost. And it is faster: pages that the system
 * makes by the dozen cost less than each one's own fault, and many are made while nothing else is to do.
 *
 * <pre>
 *  | documents | the next one | margin  | when idle |   holes
 *  +-----------+--------------+---------+-----------+---------------
 *              start          end       taken at least
 * </pre>
 *
 * <p>What {@link TouchAhead} has made ready needs none of it.
 *
 * <p>Thread: the writer's. Allocation: none.
 */
public final class ZeroAhead implements AutoCloseable {
    /** More than Chronicle writes of its own behind a document: its index takes 32 KiB at a time. */
    private static final int MARGIN = 64 << 10;

    /** Taken at once when a document needs it. Larger is cheaper by the byte, and a longer wait. */
    private static final int PIECE = 64 << 10;

    /** Taken at once when nothing is to do: a wait that an item which comes just then would hardly notice. */
    private static final int IDLE_PIECE = 16 << 10;

    private static final int IDLE_AHEAD = 1 << 20;

    private final TouchAhead pages;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(PIECE);
    private Path file;
    private FileChannel channel;
    private long end;
    private long taken;
    private boolean refused;

    public ZeroAhead(final TouchAhead pages) {
        this.pages = pages;
    }

    /** From now on it is this file. */
    public void file(final Path path) {
        close();
        file = path;
        end = 0;
        taken = 0;
        try {
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    /**
     * Makes sure of the place of a document.
     *
     * @param start  first byte of the file that nothing was stored into yet
     * @param length bytes of the document
     * @throws ConnectorException if the disk is full
     */
    public void take(final long start, final int length) {
        end = start + length;
        pages.written(end);
        if (end + MARGIN > taken) {
            taken = pages.ready(Math.max(taken, start));
            if (end + MARGIN > taken) {
                pages.isShort();
                while (taken < end + MARGIN) {
                    write(PIECE);
                    taken = pages.ready(taken);
                }
            }
        }
    }

    /** Takes a little more for later. */
    public void idle() {
        if (taken == 0) {
            return;
        }
        taken = pages.ready(taken);
        if (taken < end + IDLE_AHEAD && !refused) {
            try {
                write(IDLE_PIECE);
            } catch (final ConnectorException e) {
                // Not needed yet: a document that needs it will meet the same error.
                refused = true;
            }
        }
    }

    /** Writes to the next multiple of a piece: the system likes its pages in aligned groups. */
    private void write(final int piece) {
        zeros.clear().limit(piece - (int) (taken & piece - 1));
        try {
            taken += channel.write(zeros, taken);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    private ConnectorException failed(final IOException cause) {
        return new ConnectorException(
                "can't take space for " + file + " (" + cause
                        + "): the disk is probably full. Nothing was lost: what was"
                        + " appended can be read. Free some space, or choose another disk.",
                cause);
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (final IOException e) {
            throw failed(e);
        }
    }
}
