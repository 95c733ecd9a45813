package io.millrace.bench.operators;

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

/**
 * Time and bytes per item of every step of the vocabulary, each in a JVM of its own, between an input and an output: what
 * those cost alone is the first line. An operation is an item that comes in, from whichever input.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class OperatorBenchmark {
    /** Passes before JMH's own warm-up: as long as the longest window, so that all that is kept is there. */
    private static final int FIRST_PASSES = 20;

    /** Which step, by its name in {@link Vocabulary}. */
    @Param({
        "none: input and output only",
        "item: map",
        "item: map, returning",
        "item: filter",
        "item: filterMap",
        "item: flatMap",
        "item: flatMap, emitting",
        "item: flatten, a list each",
        "item: branch",
        "item: merge of two",
        "item: inspect",
        "item: inspectDebug",
        "item: assertEmpty behind a filter",
        "item: rebalance to two, map",
        "item: guard around a map, nothing fails",
        "item: sort",
        "key: keyBy",
        "key: keyByText",
        "key: values",
        "key: mapWithKey",
        "state: statefulMap",
        "state: statefulMap, text keys",
        "state: statefulMap, returning",
        "state: statefulFlatMap",
        "state: stateful",
        "state: stateful, a timer for each pause",
        "state: runningFold",
        "state: runningReduce",
        "state: runningCount",
        "state: runningMin",
        "state: runningMax",
        "state: foldFinal",
        "state: reduceFinal",
        "state: countFinal",
        "state: minFinal",
        "state: maxFinal",
        "state: collect of 10",
        "state: collect until a pause",
        "state: deduplicate of 100",
        "state: sort by key",
        "look-up: request for each",
        "look-up: enrichCached, all answers kept",
        "look-up: enrichCached, a tenth asked for",
        "window: tumbling, fold",
        "window: tumbling, fold, with its windows",
        "window: tumbling, foldWithWindow",
        "window: tumbling, reduce",
        "window: tumbling, min",
        "window: tumbling, max",
        "window: tumbling, count",
        "window: tumbling, collect",
        "window: tumbling, apply",
        "window: tumbling, ordered",
        "window: tumbling, allowedLateness",
        "window: tumbling, early every 10 items",
        "window: tumbling, fold, system clock",
        "window: sliding by 1/10, fold",
        "window: sliding by 1/10, fold, with merger",
        "window: sliding by 1/10, count",
        "window: session, fold",
        "window: session, forgetIdle",
        "window: count of 100, fold",
        "join: join of two, running",
        "join: join of two, complete",
        "join: join of two, product",
        "join: join of two, running, returning",
        "join: join of three, running",
        "join: joinWindow of two",
        "join: asOfJoin",
        "join: asOfJoin, in order of time",
        "join: intervalJoin"
    })
    public String step;

    private OperatorRun run;

    /** Builds the flow, and runs it until as much is open as ever will be. */
    @Setup
    public void build() {
        run = new OperatorRun(Vocabulary.of(step), Ticks.COUNT, true);
        for (int pass = 0; pass < FIRST_PASSES; pass++) {
            run.prepare();
            run.pass();
        }
    }

    /** Lets time go on. An invocation takes long enough for this not to matter. */
    @Setup(Level.Invocation)
    public void stamp() {
        run.prepare();
    }

    @Benchmark
    @OperationsPerInvocation(Ticks.COUNT)
    public void item() {
        run.pass();
    }
}
