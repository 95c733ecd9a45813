package io.millrace.connectors.jdbc;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SinkContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How items become rows of a table.
 *
 * <pre>{@code
 *   JdbcRows.of("candles", "instrument varchar(32)", "open_time bigint", "close_price decimal(30, 10)")
 *           .bind((candle, row) -> row.text(name(candle)).whole(candle.openTime()).decimal(candle.close(), scale))
 * }</pre>
 *
 * The table gets one more column, the first: {@code millrace_item}, the number of the item, its primary key.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: a description.
 */
public final class JdbcRows<T> {
    static final String ITEM = "millrace_item";

    private static final Pattern TABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern COLUMN = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*) +([A-Za-z][A-Za-z0-9_ ,()]*)");

    private final String table;
    private final List<String> columns;
    private final Function<SinkContext, Binder<? super T>> binder;

    /** Gives an item's values to a row. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(T item, JdbcRow row);
    }

    /** A table whose rows' values are not known yet. */
    public static final class Table {
        private final String name;
        private final List<String> columns;

        private Table(final String name, final List<String> columns) {
            this.name = name;
            this.columns = columns;
        }

        /** The rows of items. */
        public <T> JdbcRows<T> bind(final Binder<? super T> binder) {
            return new JdbcRows<>(this, context -> binder);
        }

        /** The rows of items, by a binder that may ask the context for definitions. */
        public <T> JdbcRows<T> bindWith(final Function<SinkContext, Binder<? super T>> binder) {
            return new JdbcRows<>(this, binder);
        }
    }

    private JdbcRows(final Table table, final Function<SinkContext, Binder<? super T>> binder) {
        this.table = table.name;
        this.columns = table.columns;
        this.binder = binder;
    }

    /**
     * Describes a table; it is made if it is not there.
     *
     * @param table   its name, with its schema if need be: letters, digits and underscores
     * @param columns name and type of each column, such as {@code close_price decimal(30, 10)}
     * @throws ConnectorException if that is no name or no column
     */
    public static Table of(final String table, final String... columns) {
        if (!TABLE.matcher(table).matches()) {
            throw new ConnectorException(
                    "'" + table + "' is no name of a table: use letters, digits and underscores, such as candles");
        }
        if (columns.length == 0) {
            throw new ConnectorException("table " + table + " has no columns: name at least one");
        }
        for (final String column : columns) {
            if (!COLUMN.matcher(column).matches()) {
                throw new ConnectorException("'" + column + "' is no column of table " + table
                        + ": write a name and a type, such as 'price decimal(30, 10)'");
            }
        }
        return new Table(table, List.copyOf(Arrays.asList(columns)));
    }

    Binder<? super T> binder(final SinkContext context) {
        return binder.apply(context);
    }

    String table() {
        return table;
    }

    /** What the table is known by, however it was written. */
    String key() {
        return table.toLowerCase(Locale.ROOT);
    }

    int columns() {
        return columns.size();
    }

    String create() {
        return "create table " + table + " (" + ITEM + " bigint primary key, " + String.join(", ", columns) + ")";
    }

    String insert() {
        final List<String> names = new ArrayList<>(List.of(ITEM));
        columns.forEach(column -> names.add(column.substring(0, column.indexOf(' '))));
        return "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }
}
