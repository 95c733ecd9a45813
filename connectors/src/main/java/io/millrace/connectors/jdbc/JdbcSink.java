package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;

/**
 * Rows of a table, one for each item.
 *
 * <p>Thread: the stage's, which waits for the database. Allocation: each row. Deterministic: yes.
 *
 * <p>Output: exactly once, if the run has a journal: rows and their count, in the table {@code millrace_outputs}, are
 * written in one transaction, and a table belongs to one step of one journal. Without a journal the table has to be new or
 * empty.
 */
public final class JdbcSink {
    private JdbcSink() {}

    /** Rows for a table of a database. */
    public static <T> SinkFactory<T> to(final Database database, final JdbcRows<T> rows) {
        return context -> open(database, rows, context);
    }

    private static <T> Sink<T> open(final Database database, final JdbcRows<T> rows, final SinkContext context) {
        final TableConnection connection = new TableConnection(database, rows);
        try {
            if (context.journalId() == null) {
                connection.begin();
                return new TableSink<>(connection, rows, context);
            }
            final OutputCount count = OutputCount.open(connection, rows.key(), context);
            return new ExactTableSink<>(connection, rows, context, count);
        } catch (final RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
