package io.millrace.operators.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.MemorySnapshots;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.operators.Flow;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journal holds inputs: a changed flow runs on them from the beginning, but does not go on with the old one's state. */
final class ChangedFlowTest {
    private final MemoryLog log = new MemoryLog();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    private final List<String> reports = new ArrayList<>();
    private final TestSink<Long, Long> out = TestSink.immutable();

    private Flow flow(final String sumId, final long factor) {
        final List<TimedItems.At<Long>> numbers = new ArrayList<>();
        for (long i = 0; i < 2_000; i++) {
            numbers.add(new TimedItems.At<>(i, i));
        }
        return new Flow(
                "strategy",
                flow -> flow.input("numbers", TimedItems.of(Codecs.INT64, numbers))
                        .map("scaled", Codecs.INT64, number -> number * factor)
                        .keyBy("parity", number -> number / factor % 2)
                        .runningReduce(sumId, Long::sum)
                        .output("out", out));
    }

    private RunConfig config() {
        return new RunConfig().snapshots(snapshots).snapshotEvery(1).reporter(reports::add);
    }

    private List<Long> finish(final FlowRun made) throws InterruptedException {
        try (FlowRun run = made) {
            run.start();
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
        }
        return List.copyOf(out.items());
    }

    @Test
    void isTriedOnTheJournalFromTheBeginning() throws InterruptedException {
        finish(FlowRun.live(flow("sum", 1), log, config()));
        final List<Long> replayed = finish(FlowRun.replay(flow("total", 3), log.reader(), new RunConfig()));
        final List<Long> live = finish(FlowRun.live(flow("total", 3), new MemoryLog(), new RunConfig()));
        assertThat(replayed).hasSize(2_000).isEqualTo(live);
    }

    @Test
    void doesNotGoOnWithStateThatItDoesNotKnow() throws InterruptedException {
        finish(FlowRun.live(flow("sum", 1), log, config()));
        assertThatThrownBy(() -> FlowRun.resume(flow("total", 1), log.resumable(), config()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("state of steps [sum] that flow 'strategy' has not")
                .hasMessageContaining("none of steps [total]");
        finish(FlowRun.resume(flow("total", 1), log.resumable(), config().acceptsOtherSteps(true)));
        assertThat(reports).anyMatch(report -> report.contains("steps [sum]") && report.contains("as was asked for"));
    }
}
