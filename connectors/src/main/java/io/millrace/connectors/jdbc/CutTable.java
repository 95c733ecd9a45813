package io.millrace.connectors.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Where rows go that are taken back: tables {@code NAME_cut_1}, {@code NAME_cut_2}, ... */
final class CutTable {
    private static final int MOST = 10_000;

    private final String table;

    CutTable(final String table) {
        this.table = table;
    }

    /** Copies the rows from an item on to a table of their own. */
    void keep(final Connection connection, final long from) throws SQLException {
        for (int number = 1; number < MOST; number++) {
            final String copy = table + "_cut_" + number;
            if (isThere(connection, copy)) {
                continue;
            }
            execute(connection, "create table " + copy + " as select * from " + table + behind(from));
            connection.commit();
            return;
        }
        throw new SQLException("there are " + MOST + " tables like " + table + "_cut_1 already: drop some");
    }

    private static boolean isThere(final Connection connection, final String copy) throws SQLException {
        try {
            execute(connection, "select 1 from " + copy + " where 1 = 0");
            return true;
        } catch (final SQLException e) {
            // Some databases take no other statement after one that failed.
            connection.rollback();
            return false;
        }
    }

    void delete(final Connection connection, final long from) throws SQLException {
        execute(connection, "delete from " + table + behind(from));
    }

    private static String behind(final long from) {
        return " where " + JdbcRows.ITEM + " >= " + from;
    }

    private static void execute(final Connection connection, final String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
