package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.operators.support.AlarmOp;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Warm-up runs the live instance, throws its output away, and leaves no trace in its state. */
@Timeout(60)
class WarmUpTest {
    /** The compiler is not quiet so soon. */
    private static final Duration SOME_ROUNDS = Duration.ofMillis(200);

    private static Flow flow(final Collected out, final long seed, final int count) {
        return new Flow("test", flow -> {
            final List<TimedItems.At<Probe>> items = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                items.add(new TimedItems.At<>(seed + i * 10, Probe.of((seed + i) * 7 % 23)));
            }
            final KeyedStream<Probe> keyed =
                    flow.input("in", TimedItems.of(Probe.TYPE, items)).keyByText("key", probe -> "k" + probe.key % 5);
            keyed.parallel(2)
                    .operator("alarm", OperatorSpec.of(AlarmOp.class, Scope.KEY, 30L, 2), Probe.TYPE)
                    .output("alarms", out.sink());
            keyed.window("w", EventClock.of(probe -> probe.value), new TumblingWindow(7, 0))
                    .fold(Probe.TYPE, Probe::add)
                    .closed()
                    .output("windows", out.sink());
            keyed.statefulMap("sum", Probe.TYPE, Probe.TYPE, (state, in, result) -> {
                        state.add(in);
                        result.set(state);
                    })
                    .output("sums", out.sink());
        });
    }

    private static MemoryLog records(final int count) {
        final MemoryLog log = new MemoryLog();
        run(FlowRun.live(flow(new Collected(), 100_000, count), log, Runs.fused()));
        return log;
    }

    private static void run(final FlowRun run) {
        try (run) {
            run.start();
            assertThat(run.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<RunConfig> layouts() {
        final List<RunConfig> layouts =
                List.of(Runs.fused(), Runs.fused().specialize(true), Runs.threaded(8), Runs.threaded(1 << 10));
        layouts.forEach(config -> config.warmUpAtMost(SOME_ROUNDS));
        return layouts;
    }

    @Test
    void changesNothingThatComesOut() {
        final Collected cold = new Collected();
        run(FlowRun.live(flow(cold, 0, 500), InputLog.NONE, Runs.fused()));
        final MemoryLog warmUp = records(300);
        for (final RunConfig config : layouts()) {
            final Collected warm = new Collected();
            run(FlowRun.live(flow(warm, 0, 500), InputLog.NONE, config.warmUp(warmUp::reader)));
            assertThat(warm.all()).isEqualTo(cold.all());
        }
    }

    @Test
    void isRepeatedWhileTheCompilerIsBusy() {
        final MemoryLog records = records(300);
        final AtomicInteger rounds = new AtomicInteger();
        final Supplier<InputLogReader> counted = () -> {
            rounds.incrementAndGet();
            return records.reader();
        };
        run(FlowRun.live(
                flow(new Collected(), 0, 0),
                InputLog.NONE,
                Runs.fused().warmUp(counted).warmUpAtMost(Duration.ZERO)));
        assertThat(rounds).hasValue(1);
        run(FlowRun.live(
                flow(new Collected(), 0, 0),
                InputLog.NONE,
                Runs.fused().warmUp(counted).warmUpAtMost(Duration.ofSeconds(1))));
        assertThat(rounds).hasValueGreaterThan(2);
    }

    @Test
    void leavesTheStateOfAFreshFlow() {
        final MemoryLog warmUp = records(300);
        for (final RunConfig config : layouts()) {
            final FlowRun cold = FlowRun.live(flow(new Collected(), 0, 0), InputLog.NONE, config);
            run(cold);
            final List<Long> expected = cold.stateHashes();
            final Collected out = new Collected();
            final FlowRun warmed = FlowRun.live(flow(out, 0, 0), InputLog.NONE, config.warmUp(warmUp::reader));
            run(warmed);
            assertThat(warmed.stateHashes()).isEqualTo(expected);
            assertThat(out.all().values()).allMatch(List::isEmpty);
        }
    }
}
