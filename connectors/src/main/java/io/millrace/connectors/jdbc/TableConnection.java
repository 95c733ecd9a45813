package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ConnectorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that writes to one table. */
final class TableConnection implements AutoCloseable {
    /** What {@link #lastItem} gives if there is no row. */
    static final long NO_ITEM = -1;

    private final Database database;
    private final JdbcRows<?> rows;
    private final Connection connection;
    private PreparedStatement insert;

    /** Something to do with the connection. */
    @FunctionalInterface
    interface Work<R> {
        R run(Connection connection) throws SQLException;
    }

    TableConnection(final Database database, final JdbcRows<?> rows) {
        this.database = database;
        this.rows = rows;
        this.connection = database.open();
    }

    /** Does something; an error is said with the table's name. */
    <R> R run(final String what, final Work<R> work) {
        try {
            return work.run(connection);
        } catch (final SQLException e) {
            throw failure(what, e);
        }
    }

    private ConnectorException failure(final String what, final SQLException e) {
        return new ConnectorException(
                "can't " + what + " table " + rows.table() + " of " + database.name() + ": " + reason(e)
                        + ". What was committed is whole; when the database is well, run again",
                e);
    }

    /** A failed batch says what failed only in the exception behind it. */
    private static String reason(final SQLException e) {
        final SQLException next = e.getNextException();
        return next == null ? String.valueOf(e.getMessage()) : e.getMessage() + "; " + next.getMessage();
    }

    void execute(final String what, final String sql) {
        run(what, open -> {
            try (Statement statement = open.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /**
     * Makes the table if it is not there; the work begins after that.
     *
     * @throws ConnectorException if it has rows
     */
    void begin() {
        if (hasTable() && lastItem() != NO_ITEM) {
            throw new ConnectorException("table " + rows.table() + " of " + database.name()
                    + " has rows, and this run goes on with no journal that they belong to: empty it or name another"
                    + " table");
        }
        make();
    }

    /** Makes the table if it is not there, and takes up transactions. */
    void make() {
        if (!hasTable()) {
            execute("make (or use, if it is there and not Millrace's)", rows.create());
        }
        transactions();
    }

    void transactions() {
        insert = run("write to", open -> {
            open.setAutoCommit(false);
            return open.prepareStatement(rows.insert());
        });
    }

    /** Whether the table is there, with a number for each row. */
    boolean hasTable() {
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("select " + JdbcRows.ITEM + " from " + rows.table() + " where 1 = 0")
                    .close();
            return true;
        } catch (final SQLException e) {
            // Names are looked up in too many ways for any other question; what is really wrong shows at the next one.
            return false;
        }
    }

    /** Number of the last item whose row is there, or {@link #NO_ITEM}. */
    long lastItem() {
        return run("read", open -> {
            try (Statement statement = open.createStatement();
                    ResultSet last = statement.executeQuery("select max(" + JdbcRows.ITEM + ") from " + rows.table())) {
                last.next();
                final long item = last.getLong(1);
                return last.wasNull() ? NO_ITEM : item;
            }
        });
    }

    /** Adds a row to the transaction. */
    void add(final long item, final Object[] values) throws SQLException {
        insert.setLong(1, item);
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 2, values[i]);
        }
        insert.addBatch();
    }

    /** Writes what was added and ends the transaction. */
    void commit() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    /** Takes the transaction back, as far as there is still a connection. */
    void rollback() {
        try {
            connection.rollback();
        } catch (final SQLException e) {
            // The database does it when it sees that nobody is there; the first error says why.
        }
    }

    String name() {
        return rows.table() + " of " + database.name();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (final SQLException e) {
            throw failure("close the connection to", e);
        }
    }
}
