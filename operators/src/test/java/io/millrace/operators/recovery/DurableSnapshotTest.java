package io.millrace.operators.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.MemorySnapshots;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.operators.Flow;
import io.millrace.operators.testing.TimedItems;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot is never ahead of what its journal has on the disk. */
final class DurableSnapshotTest {
    private static final int ITEMS = 2_000;

    private final MemoryLog records = new MemoryLog();
    private final AtomicLong synced = new AtomicLong(-1);
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final KeptSink<Long> kept = new KeptSink<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong early = new AtomicLong();
    private final MemorySnapshots snapshots = new MemorySnapshots();

    private void run(final Layout layout, final SinkFactory<Long> sink, final boolean syncsAtTheEnd)
            throws InterruptedException {
        final List<TimedItems.At<Long>> items = LongStream.range(0, ITEMS)
                .mapToObj(number -> new TimedItems.At<>(number, number))
                .toList();
        final Flow flow = new Flow(
                "slow",
                dataflow -> dataflow.input("numbers", TimedItems.of(Codecs.INT64, items))
                        .onThread("other")
                        .output("kept", sink));
        final RunConfig config = new RunConfig()
                .layout(layout)
                .waitMode(WaitMode.YIELD)
                .reporter(reports::add)
                .snapshots(new Checked())
                .snapshotEvery(1);
        try (FlowRun run = FlowRun.live(flow, new Slow(syncsAtTheEnd), config)) {
            run.start();
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void itIsWrittenWhenItsRecordIsDurable(final Layout layout) throws InterruptedException {
        run(layout, kept, true);
        assertThat(written).hasPositiveValue();
        assertThat(early).hasValue(0);
        assertThat(reports).isEmpty();
        assertThat(kept.kept()).hasSize(ITEMS);
    }

    @Test
    void itIsNotWrittenIfItsRecordNeverIs() throws InterruptedException {
        run(Layout.FUSED, kept, false);
        assertThat(written).hasValue(0);
        assertThat(reports).singleElement().asString().contains("the journal ended before that record was durable");
        assertThat(kept.kept()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aSinkThatCanNotTellWhatItHoldsWaitsForNothing(final Layout layout) throws InterruptedException {
        final AtomicLong items = new AtomicLong();
        run(layout, context -> new Plain(items), true);
        assertThat(items).hasValue(ITEMS);
    }

    private record Plain(AtomicLong items) implements Sink<Long> {
        @Override
        public void accept(final Long item) {
            items.incrementAndGet();
        }

        @Override
        public void flush() {
            // Nothing was collected.
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }

    private final class Checked implements SnapshotStore {
        @Override
        public long[] list() {
            return snapshots.list();
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            return snapshots.read(inputSeq);
        }

        @Override
        public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            if (synced.get() < inputSeq) {
                early.incrementAndGet();
            }
            snapshots.write(inputSeq, snapshot, length);
            written.incrementAndGet();
        }
    }

    /** A log that syncs when it is told to. */
    private final class Slow implements InputLog {
        private final boolean atTheEnd;

        Slow(final boolean atTheEnd) {
            this.atTheEnd = atTheEnd;
        }

        @Override
        public void append(
                final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
            records.append(batch, offset, length, firstSeq, count);
        }

        @Override
        public void idle() {
            // Nothing waits.
        }

        @Override
        public UUID id() {
            return records.id();
        }

        @Override
        public long appendedSeq() {
            return records.appendedSeq();
        }

        @Override
        public long syncedSeq() {
            return synced.get();
        }

        @Override
        public boolean survivesPowerLoss() {
            return true;
        }

        @Override
        public void close() {
            if (atTheEnd) {
                synced.set(records.appendedSeq());
            }
        }
    }
}
