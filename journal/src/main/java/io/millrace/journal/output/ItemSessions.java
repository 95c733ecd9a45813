package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.SinkContext;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;

/**
 * Where a sink's items go: a session that is begun when the first of them leaves, or when items are taken back; of a new log
 * it is begun at once.
 *
 * <p>Thread: the stage's. Allocation: where a session begins.
 */
final class ItemSessions implements AutoCloseable {
    private final LogDirectory directory;
    private final DirectoryLock lock;
    private final JournalOptions options;
    private HeldItems held;
    private ItemSession current;

    private ItemSessions(
            final LogDirectory directory,
            final DirectoryLock lock,
            final JournalOptions options,
            final HeldItems held,
            final ItemSession current) {
        this.directory = directory;
        this.lock = lock;
        this.options = options;
        this.held = held;
        this.current = current;
    }

    /** @param lock closed with the sessions, also if none can begin */
    static ItemSessions ofNew(
            final LogDirectory directory,
            final DirectoryLock lock,
            final SinkContext context,
            final Codec<?> codec,
            final JournalOptions options) {
        final OutputHead head = OutputHead.of(context.journalId(), context.stepId(), codec);
        final ItemSession first = ItemSession.first(directory, lock, head, options);
        return new ItemSessions(directory, lock, options, new HeldItems(head, 0, false, false), first);
    }

    /** @param lock closed with the sessions */
    static ItemSessions behind(
            final HeldItems held,
            final LogDirectory directory,
            final DirectoryLock lock,
            final JournalOptions options) {
        return new ItemSessions(directory, lock, options, held, null);
    }

    long held() {
        return held.count();
    }

    ItemSession current() {
        return current == null ? begin() : current;
    }

    private ItemSession begin() {
        current = ItemSession.behind(held, directory, lock, options);
        return current;
    }

    void cutTo(final long count) {
        if (count < 0 || count > held.count() || current != null && count < held.count()) {
            throw new IllegalArgumentException("the output log in " + directory.root() + " holds " + held.count()
                    + " items that can be taken back, it can't be cut to " + count);
        }
        if (count < held.count()) {
            held = held.cutTo(count);
            begin();
        }
    }

    boolean hasFailed() {
        return current != null && current.hasFailed();
    }

    void sync() {
        if (current != null) {
            current.sync();
        }
    }

    @Override
    public void close() {
        if (current == null && held.epochDue()) {
            // Nothing more came, and readers must still not stumble over what is left of lost items.
            begin();
        }
        if (current != null) {
            current.close();
        } else {
            lock.close();
        }
    }
}
