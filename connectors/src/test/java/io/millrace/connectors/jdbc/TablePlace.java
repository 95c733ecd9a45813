package io.millrace.connectors.jdbc;

import io.millrace.connectors.testing.Place;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table that a sink writes to. */
final class TablePlace implements Place<Long> {
    private final Database.Opener database;
    private final String table;
    private Connection last;

    TablePlace(final Database.Opener database, final String table) {
        this.database = database;
        this.table = table;
    }

    static JdbcRows<Long> rows(final String table) {
        return JdbcRows.of(
                        table,
                        "number bigint",
                        "said varchar(40)",
                        "price decimal(30, 10)",
                        "at timestamp with time zone")
                .bind((number, row) -> row.whole(number)
                        .text("it's " + number)
                        .decimal(number, 2)
                        .time(number * 1_000_000));
    }

    @Override
    public SinkFactory<Long> sink() {
        return JdbcSink.to(Database.of("the test's database", this::open), rows(table));
    }

    private Connection open() throws SQLException {
        last = database.open();
        return last;
    }

    @Override
    public void kill(final ExactSink<Long> sink) {
        try {
            last.close();
        } catch (final SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<String> read() {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select millrace_item, number, said, price, at from " + table + " order by millrace_item")) {
            final List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getLong(1) - read.size() + ":" + rows.getLong(2) + " " + rows.getString(3) + " "
                        + rows.getBigDecimal(4) + " " + rows.getTimestamp(5).getTime());
            }
            return read;
        } catch (final SQLException e) {
            throw new AssertionError(e);
        }
    }
}
