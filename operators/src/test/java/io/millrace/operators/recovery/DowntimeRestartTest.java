package io.millrace.operators.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Windowed;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A live run that was stopped for long: what comes afterwards is not late because of it. */
final class DowntimeRestartTest {
    private static final long SECOND = 1_000_000_000;

    private final ManualTime time = new ManualTime(0);
    private final TestSource<Long> source = new TestSource<>(Codecs.INT64, time);
    private final TestSink<Long, Long> closed = TestSink.immutable();
    private final TestSink<Object, String> late = TestSink.text();

    /** Items are the seconds at which they happened. */
    private void define(final Dataflow flow) {
        final Windowed<Long, Long> sums = flow.input("in", source.origin())
                .keyBy("all", second -> 0)
                .window(
                        "sum",
                        EventClock.<Long>of(second -> second * SECOND).lateness(Duration.ofSeconds(1)),
                        TumblingWindow.of(Duration.ofSeconds(10)))
                .reduce(Long::sum);
        sums.closed().output("closed", closed);
        sums.late().output("late", late);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 86_400, 31_536_000})
    void makesNothingLate(final long seconds) {
        source.items(1L, 2L).pause(Duration.ofSeconds(2)).item(4L).stop();
        // Sent before the stop, come after it; and then as if nothing had been.
        source.items(5L, 9L).pause(Duration.ofSeconds(2)).items(11L, 12L).pause(Duration.ofSeconds(20));
        final TestRun run = new TestRun(this::define).time(time);
        run.run();
        time.advance(Duration.ofSeconds(seconds));
        run.restart();
        assertThat(late.items()).isEmpty();
        assertThat(closed.items()).isEqualTo(List.of(21L, 23L));
        run.verify();
    }
}
