package io.millrace.connectors.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/** What the source of an origin gives through an ingress. */
public final class Reading<T> implements AutoCloseable {
    private static final int BATCH_RECORDS = 3;
    private static final int BATCH_BYTES = 1 << 16;
    private static final int MOST_POLLS = 1_000_000;

    private final Codec<T> codec;
    private final Ingress ingress;
    private final List<T> items = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    /** Opens the source at a position. */
    public Reading(final Origin<T> origin, final long position) {
        codec = origin.codec();
        ingress = new Ingress(
                new OpenSource[] {
                    new OpenSource(origin.feed().open(new Place(position)), new int[] {0}, new RequestQueue[0])
                },
                new Inlet(BATCH_RECORDS, BATCH_BYTES, Beginning.ofNothing(1)),
                InputLog.NONE,
                new OffsetEpochNanoClock(),
                new Pacer(Pacer.UNLIMITED, SystemNanoClock.INSTANCE),
                new CommandQueue(),
                () -> Timers.NEVER,
                null);
    }

    private record Place(long position) implements SourceContext {
        @Override
        public int input(final String stream) {
            return 0;
        }

        @Override
        public AtomicCounter counter(final String label) {
            return Counters.inMemory().counter(label);
        }

        @Override
        public void report(final String message) {
            throw new AssertionError(message);
        }

        @Override
        public void fail(final Throwable error) {
            throw new AssertionError(error);
        }
    }

    /** Reads all of an origin. */
    public static <T> Reading<T> of(final Origin<T> origin) {
        return new Reading<>(origin, RecordLayout.NO_POSITION).toEnd();
    }

    public Reading<T> toEnd() {
        return until(ingress::ended);
    }

    public Reading<T> until(final BooleanSupplier condition) {
        final BatchTarget keep = this::keep;
        for (int polls = 0; !condition.getAsBoolean(); polls++) {
            if (polls == MOST_POLLS) {
                throw new AssertionError("did not come about; so far: " + items);
            }
            ingress.poll(keep);
        }
        return this;
    }

    private void keep(final UnsafeBuffer buffer, final int offset, final int length) {
        int at = offset;
        while (at < offset + length) {
            final int record = RecordLayout.length(buffer, at);
            if (RecordLayout.kind(buffer, at) == RecordKind.DATA) {
                items.add(codec.decode(buffer, at + RecordLayout.HEADER, record - RecordLayout.HEADER, codec.create()));
                positions.add(RecordLayout.position(buffer, at));
                times.add(RecordLayout.ingestTime(buffer, at));
            }
            at += RecordLayout.aligned(record);
        }
    }

    public List<T> items() {
        return items;
    }

    public List<Long> positions() {
        return positions;
    }

    public List<Long> times() {
        return times;
    }

    @Override
    public void close() {
        ingress.close();
    }
}
