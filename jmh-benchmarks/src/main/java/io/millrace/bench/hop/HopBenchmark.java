package io.millrace.bench.hop;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Time to hand a record of 64 bytes to another thread; see the package for the picture. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HopBenchmark {
    private static final int SLOTS = 1 << 14;
    private static final int BURST = 1_024;

    private Hop there;
    private Hop back;
    private Thread other;
    private long number;

    /** A fork runs one benchmark: the other thread is made once, in the first iteration of the warm-up. */
    private void start(final Supplier<Hop> hops, final boolean echo) {
        if (other != null) {
            return;
        }
        there = hops.get();
        back = hops.get();
        other = new Thread(() -> answer(there, back, echo), "hop");
        other.setDaemon(true);
        other.start();
    }

    private static void answer(final Hop in, final Hop out, final boolean echo) {
        long value = in.receive();
        while (value != Hop.STOP) {
            if (echo) {
                out.send(value);
            }
            value = in.receive();
        }
    }

    /** Ends the other thread. */
    @TearDown
    public void stop() throws InterruptedException {
        if (other != null) {
            there.send(Hop.STOP);
            other.join();
            other = null;
        }
    }

    /** A record goes there and another comes back: two hops, and nothing else in the rings. */
    @Benchmark
    public long thereAndBack() {
        start(HopBenchmark::channel, true);
        there.send(++number);
        return back.receive();
    }

    @Benchmark
    public long thereAndBackByDisruptor() {
        start(HopBenchmark::ring, true);
        there.send(++number);
        return back.receive();
    }

    /** Records go one way, as fast as both threads can. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public long oneWay() {
        start(HopBenchmark::channel, false);
        return burst();
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public long oneWayByDisruptor() {
        start(HopBenchmark::ring, false);
        return burst();
    }

    private long burst() {
        for (int i = 0; i < BURST; i++) {
            there.send(++number);
        }
        return number;
    }

    /** A record takes two units of a channel and one slot of a ring. */
    private static Hop channel() {
        return new ChannelHop(2 * SLOTS);
    }

    private static Hop ring() {
        return new DisruptorHop(SLOTS);
    }
}
