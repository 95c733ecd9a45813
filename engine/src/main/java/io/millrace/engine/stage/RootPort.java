package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** The top of a compiled stage, as its driver sees it. */
interface RootPort {

    /**
     * Runs one record, with all timers that it makes due, through a stage that is the whole flow.
     *
     * @param address of the record
     * @return address of the next record
     */
    long onRecord(long address);

    /** What to throw when the record at this address has thrown. */
    RuntimeException failed(long address, Throwable cause);

    /** As {@link StageDriver#onRecord}. */
    void onRecord(int kindAndInput, long address, int length);

    /** As {@link StageDriver#onCell}. */
    void onCell(int edge, UnsafeBuffer buffer, int offset, int length);

    /** As {@link StageDriver#onTimer}. */
    void onTimer(int place, long key, long tag);
}
