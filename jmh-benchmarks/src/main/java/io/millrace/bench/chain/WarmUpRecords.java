package io.millrace.bench.chain;

import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records for the warm-up of a run, enough of them that all is compiled when they end: passes over the same trades, each
 * with later times than the last.
 */
public final class WarmUpRecords implements InputLogReader {
    private final Records records;
    private final int batchBytes;
    private int passesLeft;
    private int at;

    /** @param records that nobody else uses meanwhile; a multiple of the batch */
    public WarmUpRecords(final Records records, final int batchRecords, final int passes) {
        this.records = records;
        this.batchBytes = batchRecords * Records.LENGTH;
        this.passesLeft = passes;
        this.at = records.length() - batchBytes;
    }

    @Override
    public boolean next() {
        at += batchBytes;
        if (at == records.length()) {
            if (passesLeft == 0) {
                return false;
            }
            passesLeft--;
            records.stamp();
            at = 0;
        }
        return true;
    }

    @Override
    public UnsafeBuffer buffer() {
        return records.buffer();
    }

    @Override
    public int offset() {
        return at;
    }

    @Override
    public int length() {
        return batchBytes;
    }

    @Override
    public int count() {
        return batchBytes / Records.LENGTH;
    }

    @Override
    public void close() {
        // Memory only.
    }
}
