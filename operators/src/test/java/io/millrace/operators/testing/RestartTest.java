package io.millrace.operators.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RestartTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime(TimeUnit.SECONDS.toNanos(100));
    private final TestSource<Long> source = new TestSource<>(Codecs.INT64, time);
    private final TestSink<Long, Long> sums = TestSink.immutable();
    private final TestRun run = new TestRun(flow -> flow.input("in", source.origin())
                    .keyBy("parity", x -> x % 2)
                    .runningReduce("sum", Long::sum)
                    .output("sums", sums))
            .time(time);

    @Test
    void goesOnBehindAStop() {
        source.items(1L, 2L, 3L).stop().items(4L, 5L);
        run.run();
        assertThat(sums.items()).containsExactly(1L, 2L, 4L);
        assertThat(run.snapshots().list()).hasSize(1);
        run.restart();
        assertThat(sums.items()).containsExactly(1L, 2L, 4L, 6L, 9L);
        run.restart();
        assertThat(sums.items()).containsExactly(1L, 2L, 4L, 6L, 9L);
    }

    @Test
    void goesOnAfterItBrokeOffInEveryLayout() {
        for (final Layout layout : Layout.values()) {
            for (final long every : new long[] {1, Long.MAX_VALUE / 2}) {
                source.items(1L, 2L)
                        .pause(SECOND)
                        .abort()
                        .item(3L)
                        .abort()
                        .items(4L)
                        .pause(SECOND)
                        .items(5L);
                run.config(
                        new RunConfig().layout(layout).waitMode(WaitMode.YIELD).snapshotEvery(every));
                final long begin = time.nanoTime();
                assertThatThrownBy(run::run).isInstanceOf(TestSource.Aborted.class);
                assertThatThrownBy(run::restart).isInstanceOf(TestSource.Aborted.class);
                run.restart();
                assertThat(sums.items()).as("%s, %d", layout, every).containsExactly(1L, 2L, 4L, 6L, 9L);
                assertThat(time.nanoTime() - begin).isEqualTo(2 * SECOND.toNanos());
            }
        }
    }

    @Test
    void aRunThatIsNoRestartStartsWithNothing() {
        source.items(1L, 2L).stop().items(3L);
        run.run();
        run.run();
        assertThat(sums.items()).isEqualTo(List.of(3L));
    }
}
