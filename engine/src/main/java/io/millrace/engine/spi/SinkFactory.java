package io.millrace.engine.spi;

/**
 * Describes a sink.
 *
 * @param <T> type of the items
 */
@FunctionalInterface
public interface SinkFactory<T> {

    /**
     * Opens the sink.
     *
     * @throws ConnectorException if it can't be opened; says what to do
     */
    Sink<T> open(SinkContext context);
}
