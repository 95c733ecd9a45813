package io.millrace.journal.log;

/** What stands at the beginning of each file of a log. */
@FunctionalInterface
public interface Preamble {

    /** Writes it. A head comes first. */
    void write(DocumentAppender appender);
}
