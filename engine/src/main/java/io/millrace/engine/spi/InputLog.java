package io.millrace.engine.spi;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where every input record is written before an operator sees it.
 *
 * <p>Thread: the ingress thread. Allocation: none in steady state.
 */
public interface InputLog extends AutoCloseable {

    /** A log that keeps nothing: for measurements, and for flows that nobody wants to replay. */
    InputLog NONE = new InputLog() {
        @Override
        public void append(
                final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
            // Kept nowhere.
        }

        @Override
        public void idle() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    };

    /**
     * Appends a batch; on return it is as durable as the log promises.
     *
     * @param batch    records, each beginning at a multiple of eight bytes from {@code offset}
     * @param firstSeq number of the first record
     * @param count    number of records
     */
    void append(UnsafeBuffer batch, int offset, int length, long firstSeq, int count);

    /** Called when there is no input: a good time for what can wait. */
    void idle();

    @Override
    void close();
}
