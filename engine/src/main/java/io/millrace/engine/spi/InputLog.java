package io.millrace.engine.spi;

import java.util.UUID;
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

    /** What makes the log unique, or null if nothing can be continued from it. */
    default UUID id() {
        return null;
    }

    /** Number of the last record that was appended, or -1; any thread. */
    default long appendedSeq() {
        return Long.MAX_VALUE;
    }

    /**
     * Number of the last record that is as durable as the log promises, or -1; any thread. Sinks let out nothing that comes
     * of later ones.
     */
    default long syncedSeq() {
        return Long.MAX_VALUE;
    }

    /** Whether records survive a loss of power, at once or after a while: what follows from them then has to, too. */
    default boolean survivesPowerLoss() {
        return false;
    }

    @Override
    void close();
}
