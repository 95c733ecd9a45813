package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.support.StageRig;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What goes by times that items carry gives the same, however long and however often the process was down. */
class DowntimeTest {
    private static final int TRIES = 150;
    private static final long LONGEST_GAP = 1L << 55;
    private static final EventClock<Probe> CLOCK =
            EventClock.<Probe>of(probe -> probe.count).lateness(Duration.ofNanos(6));

    /** Stage time from the record before, event time less stage time, key. */
    @Provide
    Arbitrary<List<int[]>> arrivals() {
        return Arbitraries.integers()
                .between(0, 1_000)
                .array(int[].class)
                .ofSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static List<TimedItems.At<Probe>> items(final List<int[]> arrivals) {
        final List<TimedItems.At<Probe>> items = new ArrayList<>();
        long time = 0;
        for (final int[] arrival : arrivals) {
            time += arrival[0] % 9;
            final Probe probe = new Probe();
            probe.value = items.size();
            probe.key = arrival[2] % 3;
            probe.count = time + arrival[1] % 25 - 15;
            items.add(new TimedItems.At<>(time, probe));
        }
        return items;
    }

    private static void byEventTime(
            final Dataflow flow, final Collected out, final List<TimedItems.At<Probe>> items, final int parts) {
        final Stream<Probe> in = flow.input("in", TimedItems.of(Probe.TYPE, items));
        final KeyedStream<Probe> keyed = in.keyBy("key", probe -> probe.key);
        final KeyedStream<Probe> all = parts == 0 ? keyed : keyed.parallel("parts", parts);
        final KeyedStream<Probe> even = all.filter("even", probe -> probe.value % 2 == 0);
        final KeyedStream<Probe> odd = all.filter("odd", probe -> probe.value % 2 == 1);
        final var sorted = all.sort("sort", CLOCK);
        sorted.sorted().output("sorted", out.sink());
        sorted.late().output("sorted late", out.sink());
        windows(
                out,
                "tumbling",
                all.window("tumbling", CLOCK, TumblingWindow.of(Duration.ofNanos(10)))
                        .fold(Probe.TYPE, Probe::add));
        windows(
                out,
                "sliding",
                all.window("sliding", CLOCK, SlidingWindow.of(Duration.ofNanos(12), Duration.ofNanos(5)))
                        .ordered()
                        .fold(Probe.TYPE, Probe::add, Probe::add));
        windows(
                out,
                "session",
                all.window("session", CLOCK, SessionWindow.of(Duration.ofNanos(4)))
                        .allowedLateness()
                        .fold(Probe.TYPE, Probe::add, Probe::add));
        final Windowed<?, ?> early = all.window("early", CLOCK, TumblingWindow.of(Duration.ofNanos(10)))
                .early(Early.every(Duration.ofNanos(3)))
                .fold(Probe.TYPE, Probe::add);
        early.closed().output("early closed", out.sink());
        early.late().output("early late", out.sink());
        final var asOf = even.asOfJoin(
                "asOf",
                odd,
                AsOf.<Probe, Probe>by(probe -> probe.count, probe -> probe.count)
                        .lateness(Duration.ofNanos(6)),
                Probe.TYPE,
                DowntimeTest::pair);
        asOf.matched().output("asOf matched", out.sink());
        asOf.unmatched().output("asOf unmatched", out.sink());
        asOf.late().output("asOf late", out.sink());
        final var interval = even.intervalJoin(
                "interval",
                odd,
                Interval.<Probe, Probe>of(probe -> probe.count, probe -> probe.count)
                        .before(Duration.ofNanos(5))
                        .after(Duration.ofNanos(7))
                        .lateness(Duration.ofNanos(6)),
                Probe.TYPE,
                DowntimeTest::pair);
        interval.matched().output("interval matched", out.sink());
        interval.lateLeft().output("interval late left", out.sink());
        interval.lateRight().output("interval late right", out.sink());
        final Windowed<?, ?> joined = flow.joinWindow(
                "join",
                WindowJoin.in(TumblingWindow.of(Duration.ofNanos(10))).lateness(Duration.ofNanos(6)),
                JoinSide.of(even, probe -> probe.count),
                JoinSide.of(odd, probe -> probe.count));
        joined.closed().output("joined", out.sink());
        joined.late().output("joined late", out.sink());
    }

    private static void pair(final Probe left, final Probe right, final Probe out) {
        out.value = left.value * 1_000 + right.value;
        out.key = left.key;
        out.count = left.count;
    }

    private static void windows(final Collected out, final String id, final Windowed<?, ?> windows) {
        windows.closed().output(id + " closed", out.sink());
        windows.late().output(id + " late", out.sink());
        windows.meta().output(id + " meta", out.sink());
    }

    @Property(tries = TRIES)
    void doesNotMatterToWhatGoesByTimesOfItems(
            @ForAll("arrivals") final List<int[]> arrivals,
            @ForAll @Size(max = 40) final List<@LongRange(min = 0, max = LONGEST_GAP) Long> gaps) {
        final MemoryLog log = new MemoryLog();
        final Map<String, List<String>> expected =
                Runs.run(byEventTime(arrivals, 0), Runs.fused().batchRecords(1), log);
        final List<UnsafeBuffer> records = withGaps(log, gaps);
        assertThat(restored(byEventTime(arrivals, 0), records)).isEqualTo(expected);
        final MemoryLog downs = new MemoryLog();
        records.forEach(record -> downs.append(record, 0, record.capacity(), RecordLayout.inputSeq(record, 0), 1));
        assertThat(Runs.replay(byEventTime(arrivals, 0), Runs.fused(), downs)).isEqualTo(expected);
        assertThat(Runs.replay(byEventTime(arrivals, 2), Runs.threaded(64), downs))
                .isEqualTo(expected);
    }

    private static BiConsumer<Dataflow, Collected> byEventTime(final List<int[]> arrivals, final int parts) {
        return (flow, out) -> byEventTime(flow, out, items(arrivals), parts);
    }

    @Test
    void countsForWhatGoesByStageTime() {
        final List<TimedItems.At<Probe>> items =
                List.of(new TimedItems.At<>(1, Probe.of(1)), new TimedItems.At<>(2, Probe.of(1)));
        final BiConsumer<Dataflow, Collected> definition =
                (flow, out) -> flow.input("in", TimedItems.of(Probe.TYPE, items))
                        .keyBy("key", probe -> probe.key)
                        .window("window", new SystemClock<>(), TumblingWindow.of(Duration.ofNanos(10)))
                        .count()
                        .closed()
                        .output("out", out.sink());
        final MemoryLog log = new MemoryLog();
        assertThat(Runs.run(definition, Runs.fused(), log).get("out")).hasSize(1);
        assertThat(restored(definition, withGaps(log, List.of(100L))).get("out"))
                .hasSize(2);
    }

    /** What fires too early is set again, and would do no harm but for the time that it takes. */
    @Test
    void putsOffTimersThatAreForTimesOfItems() {
        final TumblingWindow tumbling = TumblingWindow.of(Duration.ofNanos(100));
        assertThat(deadlineAfterDowntime(
                        keyed -> keyed.window("w", CLOCK, tumbling).count().closed()))
                .as("windows")
                .isEqualTo(1_000 + 106);
        assertThat(deadlineAfterDowntime(keyed -> keyed.sort("sort", CLOCK).sorted()))
                .as("sort")
                .isEqualTo(1_000 + 16);
        assertThat(deadlineAfterDowntime(keyed ->
                        keyed.window("w", new SystemClock<>(), tumbling).count().closed()))
                .as("windows by stage time")
                .isEqualTo(100);
        assertThat(deadlineAfterDowntime(keyed -> keyed.window("w", CLOCK, tumbling)
                        .forgetIdle(Duration.ofNanos(50))
                        .count()
                        .closed()))
                .as("windows whose timers are also for what goes by stage time")
                .isEqualTo(106);
    }

    /** When the next timer fires after an item of time 10 at stage time 10, and 1,000 ns of downtime. */
    private static long deadlineAfterDowntime(final Function<KeyedStream<Probe>, KeyedStream<?>> steps) {
        final Probe probe = new Probe();
        probe.count = 10;
        final StageRig rig = new StageRig(
                flow -> steps.apply(flow.input("in", TimedItems.of(Probe.TYPE, List.of()))
                                .keyBy("key", item -> item.key))
                        .output("out", new Collected().sink()),
                false,
                false,
                (requestId, request, length) -> {});
        rig.data(10, 0, Probe.TYPE, probe);
        rig.resumed(1_000);
        return rig.nextDeadline();
    }

    /** The records of a log with the process down behind each of them for a while; what comes behind that comes later. */
    private static List<UnsafeBuffer> withGaps(final MemoryLog log, final List<Long> gaps) {
        final List<UnsafeBuffer> records = new ArrayList<>();
        final InputLogReader reader = log.reader();
        long downtime = 0;
        int gap = 0;
        while (reader.next()) {
            int at = reader.offset();
            final int end = at + reader.length();
            while (at < end) {
                final UnsafeBuffer record = record(RecordLayout.aligned(RecordLayout.length(reader.buffer(), at)));
                record.putBytes(0, reader.buffer(), at, record.capacity());
                at += record.capacity();
                final long time = RecordLayout.ingestTime(record, 0) + downtime;
                record.putLong(RecordLayout.INGEST_TIME, time);
                record.putLong(RecordLayout.INPUT_SEQ, records.size());
                records.add(record);
                if (gap < gaps.size() && RecordLayout.kind(record, 0) == RecordKind.DATA) {
                    records.add(resumed(records.size(), time, gaps.get(gap)));
                    downtime += gaps.get(gap++);
                }
            }
        }
        return records;
    }

    private static UnsafeBuffer resumed(final long inputSeq, final long time, final long gap) {
        final UnsafeBuffer record = record(RecordLayout.HEADER + Long.BYTES);
        RecordLayout.header(
                record, 0, Long.BYTES, RecordKind.RESUMED, (byte) 0, 0, inputSeq, time, RecordLayout.NO_POSITION);
        record.putLong(RecordLayout.HEADER, gap);
        return record;
    }

    private static UnsafeBuffer record(final int length) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
    }

    /** Runs records; where the process was down, another one goes on from a snapshot. */
    private static Map<String, List<String>> restored(
            final BiConsumer<Dataflow, Collected> definition, final List<UnsafeBuffer> records) {
        final Map<String, List<String>> outputs = new HashMap<>();
        Collected out = new Collected();
        SteppedFlow flow = flow(definition, out);
        for (final UnsafeBuffer record : records) {
            if (RecordLayout.kind(record, 0) == RecordKind.RESUMED) {
                final StateWriter state = new StateWriter();
                flow.writeState(state);
                close(flow, out, outputs);
                out = new Collected();
                flow = flow(definition, out);
                flow.readState(new StateReader(state.buffer(), 0, state.length()));
            }
            flow.onBatch(record, 0, record.capacity());
        }
        close(flow, out, outputs);
        return outputs;
    }

    private static SteppedFlow flow(final BiConsumer<Dataflow, Collected> definition, final Collected out) {
        return new SteppedFlow(new Flow("test", flow -> definition.accept(flow, out)), Runs.fused());
    }

    private static void close(final SteppedFlow flow, final Collected out, final Map<String, List<String>> outputs) {
        flow.close();
        out.all()
                .forEach((id, items) ->
                        outputs.computeIfAbsent(id, i -> new ArrayList<>()).addAll(items));
    }
}
