package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * A compiled stage, as whoever runs it sees it.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
public interface StageDriver {

    /**
     * Runs a batch of records, with all timers that they make due, through a stage that is the whole flow.
     *
     * @param buffer records outside the heap, each beginning at a multiple of eight bytes from {@code offset}
     * @param length bytes of the batch; at least one record
     */
    void onBatch(UnsafeBuffer buffer, int offset, int length);

    /**
     * Runs one record; stage time has been set and timers have been seen to.
     *
     * @param kindAndInput the four bytes at {@link io.millrace.engine.channel.RecordLayout#KIND}
     * @param address      of the record, outside the heap
     * @param length       bytes of header and payload
     */
    void onRecord(int kindAndInput, long address, int length);

    /** Runs a cell with an item; stage time has been set and timers have been seen to. */
    void onCell(int edge, UnsafeBuffer buffer, int offset, int length);

    /** Runs a timer that has fired; stage time has been set to its deadline. */
    void onTimer(int place, long key, long tag);
}
