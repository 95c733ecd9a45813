package io.millrace.journal.store;

import io.millrace.journal.model.JournalOptions;
import net.openhft.chronicle.bytes.MappedFile;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * A thread that makes the next pages of a log ready before its writer comes to them. The first store into a page of a file
 * costs microseconds: the system has to find memory, to clear it, and to enter it into the tables of the process, while the
 * writer waits. It is ahead by as much as the writer has turned out to need.
 *
 * <p>Where the system can't do that (before Linux 5.14, other systems), nothing is ever ready, and the thread ends.
 *
 * <p>Thread: the writer's. Allocation: for each file.
 */
public final class TouchAhead implements AutoCloseable {
    private static final long LEAST = 4 << 20;
    private static final long SHORTEST_PARK = 250_000;
    private static final long LONGEST_PARK = 4_000_000;

    private final long most;
    private final BackgroundThread thread = new BackgroundThread("millrace-pages", this::run);
    private volatile PagesOfFile current;
    private volatile boolean closed;

    /** Begins with the first file, if there is to be anything ahead. */
    public TouchAhead(final JournalOptions options) {
        most = options.aheadBytes();
    }

    /** From now on it is this file. */
    public void file(final MappedFile file) {
        if (most == 0) {
            return;
        }
        current = new PagesOfFile(file, Math.min(LEAST, most), most);
        thread.start();
    }

    /** Documents end here. */
    public void written(final long end) {
        if (current != null) {
            current.written(end);
        }
    }

    /** Pages are ready from this byte of the file up to the one that is given back; to itself if they are not. */
    public long ready(final long from) {
        return current == null ? from : current.ready(from);
    }

    /** The writer has come to where nothing is ready. */
    public void isShort() {
        if (current != null) {
            current.isShort();
        }
    }

    private void run() {
        final IdleStrategy idle = new BackoffIdleStrategy(1, 1, SHORTEST_PARK, LONGEST_PARK);
        PagesOfFile pages = current;
        try {
            while (!closed) {
                if (pages != current) {
                    pages.release();
                    pages = current;
                }
                idle.idle(pages.step() ? 1 : 0);
            }
        } finally {
            pages.release();
        }
    }

    /** Waits until the thread has let go of the file. */
    @Override
    public void close() {
        closed = true;
        thread.await();
    }
}
