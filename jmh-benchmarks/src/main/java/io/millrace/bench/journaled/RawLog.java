package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.loop.BatchTarget;

/** Something plain that keeps records: a baseline. */
interface RawLog extends AutoCloseable {
    /**
     * Appends records, batch by batch, and shows each batch to a chain.
     *
     * @return nanoseconds
     */
    long append(Records records, int batchRecords, BatchTarget chain);

    @Override
    void close();
}
