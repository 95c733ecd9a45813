package io.millrace.operators.window;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.testing.OperatorHarness;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of every kind run alike in every way, are the same after a snapshot, and make no garbage. */
@Timeout(120)
class WindowHarnessTest {
    private static final long MILLI = 1_000_000;
    private static final String[] NAMES = {"a", "b", "c", "d", "e"};

    /** Times that go back and forth around stage time; no texts of their own, which would be garbage. */
    private static Sample sample(final long index) {
        final Sample sample = new Sample();
        sample.key = index * 7 % 5 - 1;
        sample.time = index * MILLI + (index * 13 % 11 - 8) * 3 * MILLI;
        sample.value = index;
        return sample;
    }

    private static Arguments kind(final String name, final Function<KeyedStream<Sample>, Windowed<Sample, ?>> windows) {
        return Arguments.of(name, windows);
    }

    private static Windowing<Sample> window(final KeyedStream<Sample> in, final Windower windower) {
        return in.window("w", EventClock.<Sample>of(sample -> sample.time).lateness(Duration.ofMillis(9)), windower);
    }

    static Stream<Arguments> kinds() {
        final TumblingWindow tumbling = TumblingWindow.of(Duration.ofMillis(40));
        final SlidingWindow sliding = SlidingWindow.of(Duration.ofMillis(60), Duration.ofMillis(25));
        final SessionWindow sessions = SessionWindow.of(Duration.ofMillis(6));
        return Stream.of(
                kind("tumbling fold", in -> window(in, tumbling).fold(Sample.TYPE, Sample::add)),
                kind("tumbling, ordered", in -> window(in, tumbling).ordered().fold(Sample.TYPE, Sample::add)),
                kind(
                        "tumbling, system clock",
                        in -> in.window("w", new SystemClock<>(), tumbling).fold(Sample.TYPE, Sample::add)),
                kind(
                        "tumbling, allowed lateness",
                        in -> window(in, tumbling).allowedLateness().collect()),
                kind(
                        "tumbling, forgetting",
                        in -> window(in, tumbling)
                                .forgetIdle(Duration.ofMillis(2))
                                .count()),
                kind("sliding", in -> window(in, sliding).fold(Sample.TYPE, Sample::add)),
                kind("sliding, shared parts", in -> window(in, sliding).fold(Sample.TYPE, Sample::add, Sample::add)),
                kind(
                        "sliding, shared lists",
                        in -> window(in, sliding).ordered().collect()),
                kind("sliding, min", in -> window(in, sliding).min(Comparator.comparingLong(s -> s.value % 10))),
                kind(
                        "sliding, early by time",
                        in -> window(in, sliding)
                                .early(Early.every(Duration.ofMillis(7)))
                                .count()),
                kind("sessions", in -> window(in, sessions).collect()),
                kind("sessions, ordered", in -> window(in, sessions).ordered().fold(Sample.TYPE, Sample::add)),
                kind(
                        "sessions, ordered, allowed lateness",
                        in -> window(in, sessions)
                                .ordered()
                                .allowedLateness()
                                .fold(Sample.TYPE, Sample::add, Sample::add)),
                kind(
                        "sessions, early",
                        in -> window(in, sessions).early(Early.everyItems(3)).reduce((first, second) -> second)),
                kind("counts", in -> in.window("w", CountWindow.of(7)).fold(Sample.TYPE, Sample::add)),
                kind(
                        "counts, ordered",
                        in -> window(in, CountWindow.of(4)).ordered().collect()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void runAlikeInEveryWay(final String name, final Function<KeyedStream<Sample>, Windowed<Sample, ?>> windows) {
        OperatorHarness.of(flow -> {
                    final Windowed<Sample, ?> windowed =
                            windows.apply(flow.keyed("in", Sample.TYPE, WindowHarnessTest::sample, s -> s.key));
                    flow.output("closed", windowed.closed());
                    flow.output("early", windowed.early());
                    flow.output("late", windowed.late());
                    flow.output("meta", windowed.meta());
                })
                .check();
    }

    @ParameterizedTest
    @MethodSource("someKinds")
    void runAlikeWithTextKeys(final Function<KeyedStream<Sample>, Windowed<Sample, ?>> windows) {
        OperatorHarness.of(flow -> {
                    final Windowed<Sample, ?> windowed = windows.apply(flow.keyedByText(
                            "in", Sample.TYPE, WindowHarnessTest::sample, s -> NAMES[(int) s.key + 1]));
                    flow.output("closed", windowed.closed());
                    flow.output("meta", windowed.meta());
                })
                .check();
    }

    static List<Function<KeyedStream<Sample>, Windowed<Sample, ?>>> someKinds() {
        return List.of(
                in -> window(in, SessionWindow.of(Duration.ofMillis(6))).collect(),
                in -> window(in, SlidingWindow.of(Duration.ofMillis(60), Duration.ofMillis(20)))
                        .count());
    }
}
