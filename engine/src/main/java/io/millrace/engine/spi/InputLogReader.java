package io.millrace.engine.spi;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads an input log from its beginning, batch by batch.
 *
 * <p>Thread: one. Allocation: none in steady state.
 */
public interface InputLogReader extends AutoCloseable {

    /**
     * Goes to the next batch; then {@link #buffer()}, {@link #offset()} and {@link #length()} say where it is, until the
     * next call.
     *
     * @return whether there is one
     * @throws ConnectorException if the log is damaged; names the place
     */
    boolean next();

    UnsafeBuffer buffer();

    int offset();

    int length();

    /** Records in the batch. */
    int count();

    @Override
    void close();
}
