package io.millrace.bench.decode;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per update of a book, from decoded updates to the best bid and offer that it publishes: Millrace's book, which
 * checks numbers and faults, beside plain arrays and sorted maps that trust their input. Each pass begins with a snapshot.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BookBenchmark {
    private static final int UPDATES = 256;

    private final MillraceBooks millrace = new MillraceBooks();
    private final PlainBook array = new ArrayBook(MillraceBooks.BOOK);
    private final PlainBook sortedMap = new SortedMapBook(MillraceBooks.BOOK);
    private UnsafeBuffer records;

    /** Decodes the updates, and compares what all make of them. */
    @Setup
    public void load() {
        records = millrace.load(RecordedFrames.book("depthUpdate"), 1 + UPDATES);
        final int ours = millrace.again();
        final int byArray = array.run(records);
        final int byMap = sortedMap.run(records);
        if (ours == 0 || ours != byArray || ours != byMap) {
            throw new IllegalStateException(
                    "different numbers of best bids and offers: " + ours + ", " + byArray + ", and " + byMap);
        }
    }

    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public int update() {
        return millrace.again();
    }

    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public int updateByPlainArrays() {
        return array.run(records);
    }

    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public int updateBySortedMaps() {
        return sortedMap.run(records);
    }
}
