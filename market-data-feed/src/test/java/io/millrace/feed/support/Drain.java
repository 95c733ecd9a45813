package io.millrace.feed.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Ingress;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.loop.OpenSource;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Source;
import io.millrace.engine.stage.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes what a source gives through a real ingress, on the thread of the test. */
public final class Drain implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int BATCH_RECORDS = 256;
    private static final int BATCH_BYTES = 48 << 10;

    private final Ingress ingress;
    private final IdleStrategy idle = new BackoffIdleStrategy();
    private final List<String> texts = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    public Drain(final Source source, final int... inputs) {
        ingress = new Ingress(
                new OpenSource[] {new OpenSource(source, inputs, new RequestQueue[0])},
                new Inlet(BATCH_RECORDS, BATCH_BYTES, Beginning.ofNothing(8)),
                InputLog.NONE,
                new OffsetEpochNanoClock(),
                new Pacer(Pacer.UNLIMITED, SystemNanoClock.INSTANCE),
                new CommandQueue(),
                () -> Timers.NEVER,
                null);
    }

    /** Polls until the source has ended. */
    public Drain toEnd() {
        return until(ingress::ended);
    }

    /** Polls until something holds. */
    public Drain until(final BooleanSupplier condition) {
        final BatchTarget keep = this::keep;
        final long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about; so far: " + texts.size() + " records");
            }
            idle.idle(ingress.poll(keep));
        }
        return this;
    }

    private void keep(final UnsafeBuffer buffer, final int offset, final int length) {
        int at = offset;
        while (at < offset + length) {
            final byte kind = RecordLayout.kind(buffer, at);
            if (kind == RecordKind.DATA || kind == RecordKind.DEFINITION) {
                for (final String line : EventText.lines(buffer, at + RecordLayout.HEADER)) {
                    texts.add(line);
                    positions.add(RecordLayout.position(buffer, at));
                    times.add(RecordLayout.ingestTime(buffer, at));
                }
            }
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
        }
    }

    /** Events and definitions so far. */
    public List<String> texts() {
        return texts;
    }

    /** Those that begin with a word. */
    public List<String> texts(final String word) {
        return texts.stream().filter(text -> text.startsWith(word)).toList();
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
