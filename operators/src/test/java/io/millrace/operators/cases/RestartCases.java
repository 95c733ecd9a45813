package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Flows that are stopped or break off, and go on. The peer's end of a run that is gone on from is our stop: an end of input
 * is final for us. Its epochs say when snapshots are taken; for us they change nothing that comes out.
 */
final class RestartCases {
    private static final String EOF = "EOF";
    private static final String ABORT = "ABORT";
    private static final String DISCARD = "DISCARD";

    private RestartCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("input -> sink", RestartCases::through),
                Kind.like("flow \\+ recovery, epoch 0, batch_size \\d+", RestartCases::through),
                Kind.of(
                        "stateful keep-last, value DISCARD discards, + recovery, epoch_interval 0",
                        RestartCases::keepLast));
    }

    private static void through(final Row row, final Matcher op) {
        through(row);
    }

    private static void through(final Row row) {
        row.knowsCfg("epoch_interval", "backup_interval");
        run(row, in -> in);
    }

    private static void keepLast(final Row row) {
        run(row, in -> {
            final KeyedStream<Object> last = in.keyByText("key", pair -> (String) Values.at(pair, 0))
                    .map("value", Values.CODEC, pair -> Values.at(pair, 1))
                    .stateful("step", Cell.TYPE, Values.CODEC, (context, state, item) -> {
                        context.emit(Values.list(state.value, item));
                        state.value = item;
                        if (item.equals(DISCARD)) {
                            context.discard();
                        }
                    });
            return last.mapWithKey("pair", Values.CODEC, (key, item) -> Values.list(key.text(), item))
                    .values("values");
        });
    }

    private static void run(final Row row, final Function<Stream<Object>, Stream<Object>> part) {
        final Script script = new Script();
        final TestSource<Object> source = script.source(0);
        int aborts = 0;
        for (final Object item : row.in()) {
            if (item.equals(EOF)) {
                source.stop();
            } else if (item.equals(ABORT)) {
                source.abort();
                aborts++;
            } else {
                source.item(item);
            }
        }
        final TestSink<Object, Object> sink = TestSink.of(Plain::of);
        // Snapshots as often as can be.
        final TestRun run = new TestRun(
                        flow -> part.apply(flow.input("in", source.origin())).output("out", sink))
                .time(script.time())
                .config(new RunConfig().waitMode(WaitMode.YIELD).check(true).snapshotEvery(1));
        int given = 0;
        int runs = 0;
        for (final Object expected : row.list("runs")) {
            final Runnable next = runs++ == 0 ? run::run : run::restart;
            if (aborts-- > 0) {
                assertThatThrownBy(next::run).isInstanceOf(TestSource.Aborted.class);
            } else {
                next.run();
            }
            final List<Object> items = sink.items();
            assertThat(items.subList(given, items.size())).as("run %d", runs).isEqualTo(outOf(expected));
            given = items.size();
        }
    }

    private static List<Object> outOf(final Object run) {
        return Values.listOf(run instanceof List ? run : Values.mapOf(run).get("out"));
    }
}
