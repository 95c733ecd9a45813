package io.millrace.connectors.testing;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkFactory;
import java.util.List;

/**
 * Somewhere a sink under test writes to: a file, a table. Nothing is there at first.
 *
 * @param <T> type of the items
 */
public interface Place<T> {

    /** Sinks that write to this place; opened again and again, one after the other. */
    SinkFactory<T> sink();

    /** What a reader finds there now, item by item, in order; no sink is open. Compared by {@code equals}. */
    List<?> read();

    /**
     * What the death of the process does to an open sink, beyond that nobody ever calls it again: such as the loss of its
     * connection.
     */
    default void kill(final ExactSink<T> sink) {
        // It is forgotten.
    }
}
