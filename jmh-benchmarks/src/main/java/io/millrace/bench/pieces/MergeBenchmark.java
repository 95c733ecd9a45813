package io.millrace.bench.pieces;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.TimedSource;
import io.millrace.engine.stage.Timers;
import java.util.concurrent.TimeUnit;
import org.agrona.BufferUtil;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
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
 * Time for a record to come from one of so many sources with times of their own into a batch, in the order of all times: what
 * a backtest over several captures does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class MergeBenchmark {
    private static final int BATCH = 256;
    private static final long BEGIN = 1_700_000_000_000_000_000L;

    /** How many sources. */
    @Param({"1", "2", "11"})
    public int sources;

    private long worked;
    private final Records records = new Records(42);
    private final UnsafeBuffer batch =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(BATCH * Records.LENGTH, Long.BYTES));
    private final BatchTarget target = (buffer, offset, length) -> worked += length;
    private Ingress ingress;
    private long[] times;
    private long[] numbers;
    private long seq;

    /** Opens the sources. */
    @Setup
    public void open() {
        final OpenSource[] open = new OpenSource[sources];
        times = new long[sources];
        numbers = new long[sources];
        for (int i = 0; i < sources; i++) {
            open[i] = new OpenSource(new Interleaved(i), new int[] {i}, new RequestQueue[0]);
            times[i] = timeOf(i);
            numbers[i] = i;
        }
        ingress = new Ingress(
                open,
                new Inlet(BATCH, Integer.MAX_VALUE, Beginning.ofNothing(sources)),
                InputLog.NONE,
                new OffsetEpochNanoClock(),
                new Pacer(Pacer.UNLIMITED, SystemNanoClock.INSTANCE),
                new CommandQueue(),
                () -> Timers.NEVER,
                null);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long merge() {
        ingress.poll(target);
        return worked;
    }

    /** The floor: the earliest of an array of times, and a copy. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long mergeByHand() {
        long at = OffHeap.address(batch);
        for (int i = 0; i < BATCH; i++) {
            int first = 0;
            for (int source = 1; source < sources; source++) {
                if (times[source] < times[first]) {
                    first = source;
                }
            }
            final long number = numbers[first];
            RecordLayout.header(
                    at,
                    Records.PAYLOAD,
                    RecordKind.DATA,
                    (byte) 0,
                    first,
                    seq++,
                    times[first],
                    RecordLayout.NO_POSITION);
            copyPayload(number, at + RecordLayout.HEADER);
            numbers[first] = number + sources;
            times[first] = timeOf(number + sources);
            at += Records.LENGTH;
        }
        target.onBatch(batch, 0, batch.capacity());
        return worked;
    }

    /** Not quite in turn: now one source has some more, now another one. */
    private static long timeOf(final long number) {
        return BEGIN + number * Records.STEP_NANOS + (number * 0x9E3779B97F4A7C15L >>> 51);
    }

    private void copyPayload(final long number, final long to) {
        records.copyPayload((int) (number & Records.COUNT - 1) * Records.LENGTH, to);
    }

    private final class Interleaved implements TimedSource {
        private final int input;
        private long number;

        Interleaved(final int input) {
            this.input = input;
            this.number = input;
        }

        @Override
        public long headTime() {
            return timeOf(number);
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            copyPayload(number, inlet.claimAddress(Records.PAYLOAD));
            inlet.commit(input, RecordKind.DATA, Records.PAYLOAD);
            inlet.endFrame();
            number += sources;
            return 1;
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public void close() {
            // Memory only.
        }
    }
}
