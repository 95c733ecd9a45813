package io.millrace.bench.pieces;

import io.millrace.engine.stage.LongKeys;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.Timers;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
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

/**
 * Time to take the next timer and to set another one, while so many are pending. Millrace orders them by deadline, step,
 * key and count, and can move and cancel them; the queue and the heap order deadlines only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class TimersBenchmark {
    private static final int TURNS = 1 << 12;

    /** Deadlines lie so far ahead, in nanoseconds. */
    private static final long HORIZON = 1L << 30;

    /** How many are pending. */
    @Param({"10", "1000", "1000000"})
    public int pending;

    private final Timers timers = new Timers(new StageClock(), place -> LongKeys.INSTANCE);
    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private long[] heap;
    private long seed = 42;

    private record Timer(long deadline, long key) implements Comparable<Timer> {
        @Override
        public int compareTo(final Timer other) {
            return Long.compare(deadline, other.deadline);
        }
    }

    /** Sets the first ones. */
    @Setup
    public void set() {
        heap = new long[pending];
        for (int key = 0; key < pending; key++) {
            final long deadline = 1 + ahead();
            timers.set(0, key, deadline, 0);
            queue.add(new Timer(deadline, key));
            heap[key] = deadline;
        }
        for (int index = pending / 2 - 1; index >= 0; index--) {
            siftDown(index, heap[index]);
        }
    }

    private long ahead() {
        seed ^= seed << 13;
        seed ^= seed >>> 7;
        seed ^= seed << 17;
        return seed & HORIZON - 1;
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long takeAndSet() {
        long sum = 0;
        for (int i = 0; i < TURNS; i++) {
            final int next = timers.next();
            final long key = timers.key(next);
            final long deadline = timers.deadline(next);
            timers.removeNext();
            timers.set(0, key, deadline + ahead(), 0);
            sum += key;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long takeAndSetByPriorityQueue() {
        long sum = 0;
        for (int i = 0; i < TURNS; i++) {
            final Timer next = queue.remove();
            queue.add(new Timer(next.deadline + ahead(), next.key));
            sum += next.key;
        }
        return sum;
    }

    /** The floor: deadlines alone, and the first one is replaced in place. */
    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long takeAndSetByBareHeap() {
        long sum = 0;
        for (int i = 0; i < TURNS; i++) {
            sum += heap[0];
            siftDown(0, heap[0] + ahead());
        }
        return sum;
    }

    private void siftDown(final int from, final long deadline) {
        int index = from;
        int child = 2 * index + 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= deadline) {
                break;
            }
            heap[index] = heap[child];
            index = child;
            child = 2 * index + 1;
        }
        heap[index] = deadline;
    }
}
