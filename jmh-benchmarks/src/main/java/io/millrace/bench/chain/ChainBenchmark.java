package io.millrace.bench.chain;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per record of flows T, W and L, and of the same logic by hand, each in a JVM of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChainBenchmark {
    /** Which flow; see the package for what it does. */
    @Param({"T", "W", "L"})
    public String flow;

    private final Records records = new Records(42);
    private Chain byHand;
    private Chain byFlow;

    /** Builds both. */
    @Setup
    public void build() {
        byHand = switch (flow) {
            case "T" -> new HandTicks();
            case "W" -> new HandCandles();
            default -> new HandDeep();
        };
        byFlow = new FlowChain(
                flow,
                switch (flow) {
                    case "T" -> ChainFlows::ticks;
                    case "W" -> ChainFlows::candles;
                    default -> ChainFlows::deep;
                },
                true);
    }

    /** Lets time go on. An invocation takes long enough for this not to matter. */
    @Setup(Level.Invocation)
    public void stamp() {
        records.stamp();
    }

    @Benchmark
    @OperationsPerInvocation(Records.COUNT)
    public void flowByHand() {
        byHand.onBatch(records.buffer(), 0, records.length());
    }

    @Benchmark
    @OperationsPerInvocation(Records.COUNT)
    public void flow() {
        byFlow.onBatch(records.buffer(), 0, records.length());
    }
}
