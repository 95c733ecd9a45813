package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;

/** Collects rows and writes them in one transaction when the stage has nothing more to do, or when there are many. */
class TableSink<T> implements Sink<T> {
    private static final int MANY = 1_000;

    private final TableConnection connection;
    private final JdbcRows<T> rows;
    private final JdbcRows.Binder<? super T> binder;
    private final ArrayDeque<Object[]> waiting = new ArrayDeque<>();
    private long written;
    private boolean failed;

    TableSink(final TableConnection connection, final JdbcRows<T> rows, final SinkContext context) {
        this.connection = connection;
        this.rows = rows;
        this.binder = rows.binder(context);
    }

    @Override
    public final void accept(final T item) {
        final JdbcRow row = new JdbcRow(rows.columns());
        binder.bind(item, row);
        if (row.given() != rows.columns()) {
            throw new ConnectorException("table " + rows.table() + " has " + rows.columns() + " columns, and its binder"
                    + " gives " + row.given() + " values");
        }
        waiting.add(row.values());
        if (waiting.size() % MANY == 0) {
            flush();
        }
    }

    @Override
    public final void flush() {
        final int count = (int) Math.min(waiting.size(), free(written));
        if (count > 0) {
            connection.run("write to", open -> write(open, count));
        }
    }

    private Void write(final Connection open, final int count) throws SQLException {
        try {
            // First, so that the row of the count is locked from the beginning of the transaction to its end.
            counted(open, written + count);
            int item = 0;
            for (final Object[] values : waiting) {
                if (item == count) {
                    break;
                }
                connection.add(written + item++, values);
            }
            connection.commit();
        } catch (final SQLException | RuntimeException e) {
            // Whether a commit whose answer is missing was done is known only when the sink is opened again.
            failed = true;
            connection.rollback();
            throw e;
        }
        for (int i = 0; i < count; i++) {
            waiting.remove();
        }
        written += count;
        committed(written);
        return null;
    }

    /** Number of items that may leave behind those that were written. */
    long free(final long behind) {
        return Long.MAX_VALUE;
    }

    /** Writes the new count in the same transaction. */
    void counted(final Connection open, final long count) throws SQLException {
        // Nobody counts.
    }

    void committed(final long count) {
        // Nobody counts.
    }

    final void startAt(final long count) {
        written = count;
    }

    final long written() {
        return written;
    }

    final TableConnection connection() {
        return connection;
    }

    @Override
    public final void close() {
        try {
            if (!failed) {
                flush();
            }
        } finally {
            connection.close();
        }
    }
}
