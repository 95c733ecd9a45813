package io.millrace.connectors.source;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Rows of a CSV file in UTF-8, plain or compressed by gzip. Fields may stand between double quotes, and then hold
 * separators, line ends, and quotes, which are doubled. Empty lines are left out if there is more than one column.
 *
 * <pre>{@code
 *   Stream<Bar> bars = flow.input("bars", CsvFeed.at(path)
 *           .timedBy(row -> row.whole("time_ms") * 1_000_000)
 *           .rows(Bar.TYPE, (row, bar) -> bar.set(row.text("symbol"), row.decimal("close", 8))));
 * }</pre>
 *
 * <p>Its position is the byte behind the row, in the unpacked text: a run that goes on with its journal goes on there, and
 * refuses a file that is shorter. Without a time, rows get the time at which they are read, and input ends with the file.
 * A row that can't be read stops the flow, after all before it were given; the error names file, line and column.
 *
 * <p>Thread: any; a description. Allocation: texts, and what the user's function makes. Deterministic: yes, with times.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvFeed {
    private static final char COMMA = ',';
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final Path file;
    private final boolean follow;
    private final char separator;
    private final List<String> columns;
    private final ToLongFunction<? super CsvRow> time;

    private CsvFeed(
            final Path file,
            final boolean follow,
            final char separator,
            final List<String> columns,
            final ToLongFunction<? super CsvRow> time) {
        this.file = file;
        this.follow = follow;
        this.separator = separator;
        this.columns = columns;
        this.time = time;
    }

    /** Rows of a file whose first row names the columns. */
    public static CsvFeed at(final Path file) {
        return new CsvFeed(file, false, COMMA, List.of(), null);
    }

    /** What stands between fields, instead of a comma: an ASCII character that is no quote and no line end. */
    public CsvFeed separator(final char character) {
        if (character >= FIRST_BEYOND_ASCII || character == '"' || character == '\n' || character == '\r') {
            throw new ConnectorException("fields can't be separated by '" + character
                    + "': use an ASCII character that is no quote and no line end");
        }
        return new CsvFeed(file, follow, character, columns, time);
    }

    /** Names of the columns, for a file without a header. */
    public CsvFeed columns(final String... names) {
        return new CsvFeed(file, follow, separator, List.of(names), time);
    }

    /** Rows bring their own times, epoch nanoseconds: replays and backtests, instead of live input. */
    public CsvFeed timedBy(final ToLongFunction<? super CsvRow> rowTime) {
        return new CsvFeed(file, follow, separator, columns, rowTime);
    }

    /** The file grows: what comes is given when its row is whole, and input never ends. */
    public CsvFeed follow() {
        return new CsvFeed(file, true, separator, columns, time);
    }

    /** What a function makes of each row. */
    public <T> Origin<T> rows(final Codec<T> codec, final Function<CsvRow, T> read) {
        return origin(codec, () -> read);
    }

    /** A reused item that a function fills from each row. */
    public <T, W extends T> Origin<T> rows(final ItemType<T, W> type, final BiConsumer<CsvRow, ? super W> fill) {
        return origin(type, () -> {
            final W item = type.create();
            return row -> {
                type.clear(item);
                fill.accept(row, item);
                return item;
            };
        });
    }

    private <T> Origin<T> origin(final Codec<T> codec, final Supplier<Function<CsvRow, T>> read) {
        if (follow && time != null) {
            throw new ConnectorException("file " + file + " can't be followed by times that stand in it: other input"
                    + " would wait for its next row; leave out follow() or timedBy(...)");
        }
        return FileFeed.origin(file, follow, () -> new CsvParser(new CsvRow(separator, columns)), time, codec, read);
    }
}
