package io.millrace.bench.pieces;

import io.millrace.engine.stage.KeyedStore;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2ObjectHashMap;
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
import org.openjdk.jmh.annotations.Warmup;

/** Time to look up the state of a key and count in it; keys come in random order, all of them have state. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class KeyedStoreBenchmark {
    private static final int LOOKUPS = 1 << 14;

    /** What spreads numbers over 64 bits, each to another one. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** How many keys. */
    @Param({"10", "1000", "1000000"})
    public int keys;

    /** Numbers from 0, as instruments have, or numbers all over 64 bits. */
    @Param({"dense", "spread"})
    public String kind;

    private final KeyedStore<Count> store = new KeyedStore<>();
    private final Long2ObjectHashMap<Count> map = new Long2ObjectHashMap<>();
    private final int[] order = new int[LOOKUPS];
    private final long[] lookups = new long[LOOKUPS];
    private Count[] array;

    /** What is kept for a key. */
    private static final class Count {
        private long count;
    }

    /** Gives all keys their state. */
    @Setup
    public void fill() {
        array = new Count[keys];
        for (int number = 0; number < keys; number++) {
            final Count state = new Count();
            array[number] = state;
            store.put(key(number), state);
            map.put(key(number), state);
        }
        final Random random = new Random(42);
        for (int i = 0; i < LOOKUPS; i++) {
            order[i] = random.nextInt(keys);
            lookups[i] = key(order[i]);
        }
    }

    private long key(final int number) {
        return kind.equals("dense") ? number : number * SPREAD;
    }

    @Benchmark
    @OperationsPerInvocation(LOOKUPS)
    public long count() {
        long sum = 0;
        for (final long key : lookups) {
            sum += ++store.get(key).count;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LOOKUPS)
    public long countByLong2ObjectHashMap() {
        long sum = 0;
        for (final long key : lookups) {
            sum += ++map.get(key).count;
        }
        return sum;
    }

    /** The floor: somebody has given keys numbers already. */
    @Benchmark
    @OperationsPerInvocation(LOOKUPS)
    public long countByArray() {
        long sum = 0;
        for (final int number : order) {
            sum += ++array[number].count;
        }
        return sum;
    }
}
