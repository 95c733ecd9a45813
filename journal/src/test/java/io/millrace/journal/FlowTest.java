package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.output.OutputLogReader;
import io.millrace.journal.tool.JournalInfo;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole flow: recorded live, replayed from the files. */
@Timeout(60)
class FlowTest {
    private static final int ITEMS = 5_000;

    @TempDir
    private Path temp;

    private static Supplier<Graph> flow(final Path output) {
        return () -> {
            final Graph graph = new Graph("numbers");
            final Wire numbers = graph.input("numbers", new Origin<>(new Numbers(), "numbers", Codecs.INT64, null));
            graph.add(
                    "sums",
                    "output",
                    OperatorSpec.of(RunningSum.class, Scope.STREAM, OutputLog.at(output, Codecs.INT64)),
                    numbers,
                    true);
            return graph;
        };
    }

    private static void finish(final FlowRun started) throws InterruptedException {
        try (FlowRun run = started) {
            run.start();
            assertThat(run.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<Long> items(final Path output) {
        final List<Long> items = new ArrayList<>();
        try (OutputLogReader<Long> reader = OutputLogReader.open(output, Codecs.INT64)) {
            while (reader.next()) {
                items.add(reader.item());
            }
        }
        return items;
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void givesTheSameOutputFromItsJournal(final Layout layout) throws InterruptedException {
        final RunConfig config =
                new RunConfig().layout(layout).waitMode(WaitMode.YIELD).specialize(false);
        final Path dir = temp.resolve("journal");
        final Graph graph = flow(temp.resolve("live")).get();
        final JournalHead head = JournalHead.of(graph.name(), Map.of(), graph.inputs());
        final JournalWriter journal = Journal.create(dir, head, JournalOptions.DEFAULTS);
        finish(FlowRun.live(flow(temp.resolve("live")), journal, config));
        assertThat(items(temp.resolve("live"))).hasSize(ITEMS).endsWith(ITEMS * (ITEMS - 1L) / 2);

        final JournalInfo info = JournalInfo.of(dir);
        assertThat(info.complete()).isTrue();
        assertThat(info.records()).isEqualTo(ITEMS + 1);
        final JournalReader reader = Journal.open(dir);
        reader.head().requireMatches(graph.name(), graph.inputs());
        finish(FlowRun.replay(flow(temp.resolve("replayed")), reader, config));
        assertThat(items(temp.resolve("replayed"))).isEqualTo(items(temp.resolve("live")));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void failsWithTheJournalsReason(final Layout layout) {
        final Graph graph = flow(temp.resolve("live")).get();
        final JournalHead head = JournalHead.of(graph.name(), Map.of(), graph.inputs());
        final JournalOptions full = JournalOptions.DEFAULTS.checkBytes(1).freeBytes(new Shrinking()::freeBytes);
        final JournalWriter journal = Journal.create(temp.resolve("journal"), head, full);
        final RunConfig config =
                new RunConfig().layout(layout).waitMode(WaitMode.YIELD).specialize(false);
        assertThatThrownBy(() -> finish(FlowRun.live(flow(temp.resolve("live")), journal, config)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("almost full");
        assertThat(JournalInfo.of(temp.resolve("journal")).records()).isBetween(1L, (long) ITEMS);
    }

    /** A disk that someone else fills. */
    private static final class Shrinking {
        private long free = 40L << 20;

        long freeBytes(final File directory) {
            free -= 1 << 20;
            return free;
        }
    }

    /** Gives 0, 1, 2, ... with a few numbers in each poll. */
    private static final class Numbers implements Feed {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public Source open(final SourceContext context) {
            final int input = context.input("numbers");
            return new Source() {
                private long next;

                @Override
                public int poll(final Inlet inlet) {
                    final int count = (int) Math.min(next % 7, ITEMS - next) + 1;
                    for (int i = 0; i < count && next < ITEMS; i++) {
                        inlet.beginFrame(next);
                        final int length = Codecs.INT64.encode(next, inlet.buffer(), inlet.claim(Long.BYTES));
                        inlet.commit(input, RecordKind.DATA, length);
                        inlet.endFrame();
                        next++;
                    }
                    return count;
                }

                @Override
                public boolean ended() {
                    return next == ITEMS;
                }

                @Override
                public void close() {
                    // Nothing to let go of.
                }
            };
        }
    }

    /** Gives the sum of all items so far to a sink. */
    static final class RunningSum implements Receiver<Long> {
        private final Sink<Long> sink;
        private long sum;

        RunningSum(final SinkFactory<Long> factory, final StepContext context) {
            sink = context.open(factory);
        }

        @Override
        public void onItem(final long key, final Long item) {
            sum += item;
            sink.accept(sum);
        }
    }
}
