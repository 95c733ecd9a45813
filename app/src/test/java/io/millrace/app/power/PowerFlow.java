package io.millrace.app.power;

import io.millrace.connectors.CsvSink;
import io.millrace.connectors.JsonLinesSink;
import io.millrace.connectors.RowFormat;
import io.millrace.connectors.TextTarget;
import io.millrace.connectors.jdbc.Database;
import io.millrace.connectors.jdbc.JdbcRows;
import io.millrace.connectors.jdbc.JdbcSink;
import io.millrace.connectors.text.JsonRow;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.item.ItemType;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.output.OutputLogReader;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Totals, windows and numbers, in a sink of each kind. */
final class PowerFlow {
    /** Which sinks there are. */
    enum Kind {
        /** Those that are quick to open. */
        FILES,
        ALL
    }

    static final String CSV = "totals.csv";
    static final String JSON = "windows.jsonl";
    static final String LOG = "numbers";
    static final String TABLES = "tables";

    private static final long NANOS_PER_ITEM = 1_000_000;
    private static final ItemType<Sum, Sum> SUM =
            ItemType.of("sum", Sum::new, (sum, out) -> out.putLong(sum.value), (sum, in) -> sum.value = in.takeLong());

    private PowerFlow() {}

    private static final class Sum {
        private long value;

        void add(final Long number) {
            value += number;
        }

        void merge(final Sum other) {
            value += other.value;
        }
    }

    /** The flow, with its outputs in a directory. */
    static Flow in(final Path directory, final PowerSource source, final Kind kind) {
        return new Flow("power", flow -> define(flow, directory, source, kind));
    }

    private static void define(final Dataflow flow, final Path directory, final PowerSource source, final Kind kind) {
        final KeyedStream<Long> keyed = flow.input("numbers", source.origin())
                .keyBy("by 5", value -> value % 5)
                .parallel(2);
        keyed.runningFold("total", SUM, Sum::add)
                .output("totals", CsvSink.to(target(directory, CSV), context -> new TotalRows()));
        keyed.window(
                        "sums",
                        EventClock.<Long>of(value -> value * NANOS_PER_ITEM).lateness(Duration.ofMillis(2)),
                        TumblingWindow.of(Duration.ofMillis(20)))
                .fold(SUM, Sum::add, Sum::merge)
                .closed()
                .output("windows", JsonLinesSink.to(target(directory, JSON), context -> new WindowLines()));
        if (kind == Kind.FILES) {
            return;
        }
        keyed.filter("third", value -> value % 3 == 0)
                .output(
                        "thirds",
                        OutputLog.at(directory.resolve(LOG), Codecs.INT64)
                                .options(JournalOptions.DEFAULTS.blockBytes(1 << 20)));
        keyed.filter("twentieth", value -> value % 20 == 0)
                .output(
                        "table",
                        JdbcSink.to(
                                Database.file(directory.resolve(TABLES)),
                                JdbcRows.of("numbers", "value_ bigint").bind((number, row) -> row.whole(number))));
    }

    private static TextTarget target(final Path directory, final String file) {
        return TextTarget.of(directory.resolve(file).toString());
    }

    /** All that the outputs hold. */
    static List<List<String>> outputs(final Path directory, final Kind kind) {
        try {
            final List<List<String>> outputs = new ArrayList<>();
            outputs.add(Files.readAllLines(directory.resolve(CSV)));
            outputs.add(Files.readAllLines(directory.resolve(JSON)));
            if (kind == Kind.ALL) {
                outputs.add(log(directory.resolve(LOG)));
                outputs.add(table(directory.resolve(TABLES)));
            }
            return outputs;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> log(final Path directory) {
        final List<String> items = new ArrayList<>();
        try (OutputLogReader<Long> reader = OutputLogReader.open(directory, Codecs.INT64)) {
            while (reader.next()) {
                items.add(reader.number() + ": " + reader.item());
            }
        }
        return items;
    }

    private static List<String> table(final Path file) {
        final List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet all =
                        statement.executeQuery("select millrace_item, value_ from numbers order by millrace_item")) {
            while (all.next()) {
                rows.add(all.getLong(1) + ": " + all.getLong(2));
            }
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static final class TotalRows implements RowFormat<Sum> {
        @Override
        public String header() {
            return "total";
        }

        @Override
        public void write(final Sum sum, final TextBuffer row) {
            row.append(sum.value);
        }
    }

    private static final class WindowLines implements RowFormat<Sum> {
        private final JsonRow json = new JsonRow();

        @Override
        public String header() {
            return "";
        }

        @Override
        public void write(final Sum sum, final TextBuffer row) {
            json.begin(row).whole("sum", sum.value).end();
        }
    }
}
