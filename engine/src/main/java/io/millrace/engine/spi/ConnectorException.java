package io.millrace.engine.spi;

/** A source, sink or journal can't do its work. The message says what is wrong, where, and what to do. */
public class ConnectorException extends RuntimeException {
    public ConnectorException(final String message) {
        super(message);
    }

    public ConnectorException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
