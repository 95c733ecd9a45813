package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Branches;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A truth table: which rows joins of two sides give when items come in some order. Items are left ones if they begin with L. */
final class JoinTable {
    private static final String END = "end of input";

    private final List<String> arrivals;
    private final Map<String, JoinMode> modes = new LinkedHashMap<>();

    JoinTable(final String... arrivals) {
        this.arrivals = List.of(arrivals);
    }

    JoinTable with(final String name, final JoinMode mode) {
        modes.put(name, mode);
        return this;
    }

    /** Runs all joins and lays out what they give. */
    String run() {
        final List<List<String>> rows = new ArrayList<>();
        final List<String> header = new ArrayList<>(List.of("when this comes:"));
        header.addAll(arrivals);
        header.add(END);
        rows.add(header);
        modes.forEach((name, mode) -> rows.add(row(name, mode)));
        return layOut(rows);
    }

    private List<String> row(final String name, final JoinMode mode) {
        final ManualTime time = new ManualTime();
        final TestSource<String> source = new TestSource<>(Codecs.TEXT, time);
        arrivals.forEach(item -> source.item(item).pause(Duration.ofNanos(1)));
        final List<String> cells = new ArrayList<>(List.of(name));
        arrivals.forEach(item -> cells.add(""));
        cells.add("");
        new TestRun(flow -> define(flow, source, mode, time, cells)).time(time).run();
        return cells;
    }

    private static void define(
            final Dataflow flow,
            final TestSource<String> source,
            final JoinMode mode,
            final ManualTime time,
            final List<String> cells) {
        final Branches<KeyedStream<String>> sides =
                flow.input("in", source.origin()).keyBy("key", item -> 0).branch("left", item -> item.startsWith("L"));
        flow.join("join", mode, sides.matched(), sides.unmatched()).output("out", TestSink.of(row -> {
            final int column = (int) time.nanoTime() + 1;
            cells.set(column, (cells.get(column) + " " + text(row)).strip());
            return row.sides();
        }));
    }

    private static String text(final JoinRow row) {
        return text(row, 0) + text(row, 1);
    }

    private static String text(final JoinRow row, final int side) {
        return row.has(side) ? row.<String>get(side) : "–";
    }

    private static String layOut(final List<List<String>> rows) {
        final StringBuilder text = new StringBuilder();
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" "
                                .repeat(width(rows, column)
                                        + 2
                                        - row.get(column).length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static int width(final List<List<String>> rows, final int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
