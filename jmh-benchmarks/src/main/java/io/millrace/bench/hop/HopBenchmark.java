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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
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

    /** Which ring. */
    @Param({"channel", "disruptor"})
    public String ring;

    private Hop there;
    private Hop back;
    private Thread other;
    private boolean echoing;
    private long number;

    private void start(final boolean echo) throws InterruptedException {
        if (other != null && echoing == echo) {
            return;
        }
        stop();
        // A record takes two units of a channel and one slot of a ring.
        final Supplier<Hop> hops =
                ring.equals("channel") ? () -> new ChannelHop(2 * SLOTS) : () -> new DisruptorHop(SLOTS);
        there = hops.get();
        back = hops.get();
        echoing = echo;
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

    /** The thread is made by whichever benchmark comes first: before anything is timed. */
    @Setup
    public void forget() {
        other = null;
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
    public long thereAndBack() throws InterruptedException {
        start(true);
        there.send(++number);
        return back.receive();
    }

    /** Records go one way, as fast as both threads can. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public long oneWay() throws InterruptedException {
        start(false);
        for (int i = 0; i < BURST; i++) {
            there.send(++number);
        }
        return number;
    }
}
