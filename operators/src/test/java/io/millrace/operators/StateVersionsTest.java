package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.run.IdleFlow;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateException;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Snapshots and journals that another version of a program wrote. */
class StateVersionsTest {
    private static final ItemType<Sum, Sum> SUM =
            ItemType.of("sum", Sum::new, (sum, out) -> out.putLong(sum.total), (sum, in) -> sum.total = in.takeLong());

    /** The same with a field more. */
    private static final ItemType<Sum, Sum> SUM_AND_COUNT =
            ItemType.of("sum", 2, Sum::new, (sum, out) -> out.putLong(sum.total).putInt(sum.count), (sum, in) -> {
                sum.total = in.takeLong();
                sum.count = in.hasMore() ? in.takeInt() : -100;
            });

    private static final class Sum {
        private long total;
        private int count;

        static Sum of(final long total) {
            final Sum sum = new Sum();
            sum.total = total;
            return sum;
        }

        void add(final Sum other) {
            total += other.total;
            count++;
        }

        @Override
        public String toString() {
            return total + "/" + count;
        }
    }

    /** Counts items, whatever their key: what it keeps belongs to no key. */
    static final class CountOp implements Receiver<Sum>, Stateful {
        private final int version;
        private final Receiver<Sum> next;
        private long count;
        private long readVersion;

        CountOp(final Integer version, final StepContext context, final Receiver<Sum> next) {
            this.version = version;
            this.next = next;
        }

        @Override
        public void onItem(final long key, final Sum item) {
            count++;
            next.onItem(key, Sum.of(count + 1_000 * readVersion));
        }

        @Override
        public void reset() {
            count = 0;
        }

        @Override
        public int stateVersion() {
            return version;
        }

        @Override
        public void writeState(final StateWriter out) {
            out.putLong(count);
            if (version > 2) {
                out.putLong(count);
            }
        }

        @Override
        public void readState(final StateReader in) {
            readVersion = in.version();
            count = in.takeLong();
        }
    }

    private static BiConsumer<Dataflow, Collected> sums(final ItemType<Sum, Sum> type, final int parts) {
        return (flow, out) -> {
            final KeyedStream<Sum> in =
                    flow.input("in", TimedItems.of(type, items())).keyBy("key", sum -> sum.total % 2);
            (parts == 0 ? in : in.parallel("parts", parts))
                    .runningFold("sum", type, Sum::add)
                    .output("out", out.sink());
        };
    }

    private static BiConsumer<Dataflow, Collected> counts(
            final String id, final int version, final int parts, final Scope scope) {
        return (flow, out) -> {
            final KeyedStream<Sum> in =
                    flow.input("in", TimedItems.of(SUM, items())).keyBy("key", sum -> sum.total % 2);
            (parts == 0 ? in : in.parallel("parts", parts))
                    .operator(id, OperatorSpec.of(CountOp.class, scope, version), SUM)
                    .output("out", out.sink());
        };
    }

    private static List<TimedItems.At<Sum>> items() {
        final List<TimedItems.At<Sum>> items = new ArrayList<>();
        for (long i = 1; i <= 4; i++) {
            items.add(new TimedItems.At<>(i, Sum.of(i)));
        }
        return items;
    }

    private static MemoryLog record(final BiConsumer<Dataflow, Collected> definition) {
        final MemoryLog log = new MemoryLog();
        Runs.run(definition, Runs.fused().batchRecords(1), log);
        return log;
    }

    /** State behind the first two records. */
    private static StateWriter half(final BiConsumer<Dataflow, Collected> definition, final MemoryLog log) {
        final StateWriter state = new StateWriter();
        final InputLogReader reader = log.reader();
        try (SteppedFlow flow = stepped(definition, new Collected())) {
            next(flow, reader);
            next(flow, reader);
            flow.writeState(state);
        }
        return state;
    }

    /** What comes out behind the first two records from a flow that reads this state. */
    private static Map<String, List<String>> otherHalf(
            final BiConsumer<Dataflow, Collected> definition, final MemoryLog log, final StateWriter state) {
        final Collected out = new Collected();
        final InputLogReader reader = log.reader();
        try (SteppedFlow flow = stepped(definition, out)) {
            flow.readState(new StateReader(state.buffer(), 0, state.length()));
            reader.next();
            reader.next();
            next(flow, reader);
            next(flow, reader);
        }
        return out.all();
    }

    private static SteppedFlow stepped(final BiConsumer<Dataflow, Collected> definition, final Collected out) {
        return new SteppedFlow(new Flow("test", flow -> definition.accept(flow, out)), Runs.fused());
    }

    private static void next(final SteppedFlow flow, final InputLogReader reader) {
        assertThat(reader.next()).isTrue();
        flow.onBatch(reader.buffer(), reader.offset(), reader.length());
    }

    @Test
    void olderStateAndOlderJournalsAreReadWithDefaults() {
        final MemoryLog log = record(sums(SUM, 0));
        final StateWriter state = half(sums(SUM, 0), log);
        assertThat(otherHalf(sums(SUM, 0), log, state).get("out")).containsExactly("4/1", "6/1");
        assertThat(otherHalf(sums(SUM_AND_COUNT, 0), log, state).get("out")).containsExactly("4/-99", "6/-99");
    }

    @Test
    void aStepIsToldWhichVersionItReads() {
        final MemoryLog log = record(sums(SUM, 0));
        final StateWriter state = half(counts("count", 1, 0, Scope.STREAM), log);
        assertThat(otherHalf(counts("count", 2, 0, Scope.STREAM), log, state).get("out"))
                .containsExactly("1003/0", "1004/0");
    }

    @Test
    void aNewerVersionThanTheStepKnowsIsRefusedByName() {
        final MemoryLog log = record(sums(SUM, 0));
        final StateWriter state = half(counts("count", 2, 0, Scope.STREAM), log);
        assertThatThrownBy(() -> otherHalf(counts("count", 1, 0, Scope.STREAM), log, state))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("state of step 'count' in version 2")
                .hasMessageContaining("versions up to 1");
    }

    @Test
    void aStepThatDoesNotReadAllOfItsStateIsNamed() {
        final MemoryLog log = record(sums(SUM, 0));
        final StateWriter state = half(counts("count", 3, 0, Scope.STREAM), log);
        assertThatThrownBy(() -> otherHalf(counts("count", 3, 0, Scope.STREAM), log, state))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("state of step 'count', version 3, goes on");
    }

    @Test
    void aStepThatIsGoneIsNamed() {
        final MemoryLog log = record(sums(SUM, 0));
        final StateWriter state = half(counts("count", 1, 0, Scope.STREAM), log);
        assertThatThrownBy(() -> otherHalf(counts("number", 1, 0, Scope.STREAM), log, state))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("step 'count'")
                .hasMessageContaining("renamed or removed");
    }

    @Test
    void stateThatBelongsToNoKeyIsNotDealtToParts() {
        final MemoryLog log = record(sums(SUM, 0));
        final List<StateWriter> whole = List.of(half(counts("count", 1, 0, Scope.KEY), log));
        final IdleFlow parts = idle(counts("count", 1, 2, Scope.KEY));
        assertThatThrownBy(() -> parts.readState(whole))
                .isInstanceOf(StateException.class)
                .hasMessageContaining(
                        "step 'count', version 1, was written by part 0 of 1 and is to be read by part 0 of 2")
                .hasMessageContaining("not all of it belongs to keys");
        final List<StateWriter> dealt = idle(counts("count", 1, 2, Scope.KEY)).writeState();
        idle(counts("count", 1, 2, Scope.KEY)).readState(dealt);
        assertThatThrownBy(() -> idle(counts("count", 1, 3, Scope.KEY)).readState(dealt))
                .isInstanceOf(StateException.class);
    }

    @Test
    void stateOfKeysIsDealtToAnyNumberOfParts() {
        final MemoryLog log = record(sums(SUM, 0));
        List<StateWriter> state = List.of(half(sums(SUM, 0), log));
        final Map<String, Long> hashes = hashes(state);
        for (final int parts : new int[] {3, 2, 1, 5}) {
            final IdleFlow dealt = idle(sums(SUM, parts));
            dealt.readState(state);
            assertThat(dealt.stepHashes()).isEqualTo(hashes);
            state = dealt.writeState();
            assertThat(state.size()).isGreaterThan(parts);
        }
        assertThat(hashes(state)).isEqualTo(hashes);
    }

    private static Map<String, Long> hashes(final List<StateWriter> state) {
        final IdleFlow whole = new IdleFlow(flow(sums(SUM, 0)), Layout.FUSED);
        whole.readState(state);
        return whole.stepHashes();
    }

    private static IdleFlow idle(final BiConsumer<Dataflow, Collected> definition) {
        return new IdleFlow(flow(definition), Layout.THREADED);
    }

    private static Flow flow(final BiConsumer<Dataflow, Collected> definition) {
        return new Flow("test", flow -> definition.accept(flow, new Collected()));
    }
}
