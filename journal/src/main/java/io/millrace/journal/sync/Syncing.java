package io.millrace.journal.sync;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.store.Progress;
import java.nio.file.Path;

/**
 * Keeps the promise of a {@link Durability}.
 *
 * <p>Thread: the writer's, but {@link #synced()} any. Allocation: none per append.
 */
public interface Syncing extends AutoCloseable {

    /**
     * What keeps this promise.
     *
     * @param start number of the first record that will be appended; those before it are as durable as they have to be
     */
    static Syncing of(final Durability durability, final Progress progress, final long start) {
        return switch (durability.level()) {
            case PROCESS -> new PageCacheSyncing(start);
            case INTERVAL -> new IntervalSyncing(durability.intervalMillis(), progress, start);
            case BATCH -> new BatchSyncing(progress, start);
        };
    }

    /** What is appended from now on is in this file. */
    void file(Path file);

    /**
     * All records with numbers below {@code next} have been appended.
     *
     * @throws ConnectorException if the disk did not take them, now or since the last call
     */
    void appended(long next);

    /** One past the last number that is as durable as was promised. */
    long synced();

    /** Makes all that was appended durable. */
    @Override
    void close();
}
