package io.millrace.engine.spi;

/** A log, which is otherwise sound, ends before the record that it was to be read from. */
public final class NotJournaledException extends ConnectorException {
    private static final long serialVersionUID = 1;

    /** @param message names log and record */
    public NotJournaledException(final String message) {
        super(message);
    }
}
