package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.IdleFlow;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A stage that is restored knows the DEFINITION records that came before. */
class DefinitionStateTest {
    private static final DefinitionType<Names> NAMES = new DefinitionType<>("names", Names::new);

    /** Names of the numbers from 0 to 9. */
    static final class Names implements Definitions {
        private final String[] names = new String[10];

        @Override
        public void define(final DirectBuffer source, final int offset, final int length) {
            final String text = Codecs.TEXT.decode(source, offset, length, null);
            names[text.charAt(0) - '0'] = text.substring(1);
        }

        @Override
        public void reset() {
            Arrays.fill(names, null);
        }
    }

    /** Names numbers. */
    static final class NameOp implements Receiver<Long> {
        private final Names names;
        private final Receiver<String> next;

        NameOp(final StepContext context, final Receiver<String> next) {
            this.names = context.definitions(NAMES);
            this.next = next;
        }

        @Override
        public void onItem(final long key, final Long item) {
            next.onItem(key, String.valueOf(names.names[item.intValue()]));
        }
    }

    private static final class Unopened implements Feed {
        @Override
        public String name() {
            return "unopened";
        }

        @Override
        public Source open(final SourceContext context) {
            throw new AssertionError("a source was opened");
        }
    }

    private static Flow flow(final Collected out) {
        return new Flow(
                "test",
                flow -> flow.input("in", new Origin<>(new Unopened(), "items", Codecs.INT64, NAMES))
                        .onThread("named")
                        .operator("name", OperatorSpec.of(NameOp.class, Scope.ITEM), Codecs.TEXT)
                        .onThread("shown")
                        .output("out", out.sink()));
    }

    private final List<String> given = new ArrayList<>();
    private Collected out = new Collected();
    private SteppedFlow flow = new SteppedFlow(flow(out), Runs.fused());
    private long inputSeq;

    private void data(final long number) {
        run(RecordKind.DATA, Codecs.INT64, number);
    }

    private void define(final String text) {
        run(RecordKind.DEFINITION, Codecs.TEXT, text);
    }

    private <T> void run(final byte kind, final Codec<T> codec, final T item) {
        final UnsafeBuffer record = new UnsafeBuffer(BufferUtil.allocateDirectAligned(128, Long.BYTES));
        final int length = codec.encode(item, record, RecordLayout.HEADER);
        RecordLayout.header(record, 0, length, kind, (byte) 0, 0, inputSeq++, 1, RecordLayout.NO_POSITION);
        flow.onBatch(record, 0, RecordLayout.aligned(RecordLayout.HEADER + length));
    }

    /** Goes on in another instance, by way of several threads. */
    private void goOn() {
        final StateWriter state = new StateWriter();
        flow.writeState(state);
        final IdleFlow threads = new IdleFlow(flow(new Collected()), Layout.THREADED);
        threads.readState(List.of(state));
        flow.close();
        given.addAll(out.of("out"));
        out = new Collected();
        flow = new SteppedFlow(flow(out), Runs.fused());
        final List<StateWriter> written = threads.writeState();
        assertThat(written).hasSizeGreaterThan(1);
        for (final StateWriter stage : written) {
            flow.readState(new StateReader(stage.buffer(), 0, stage.length()));
        }
        final StateWriter again = new StateWriter();
        flow.writeState(again);
        assertThat(again.length()).isEqualTo(state.length());
        assertThat(new UnsafeBuffer(again.buffer(), 0, again.length()))
                .isEqualTo(new UnsafeBuffer(state.buffer(), 0, state.length()));
    }

    @Test
    void theLastDefinitionCounts() {
        define("1one");
        define("2two");
        define("1uno");
        define("1one");
        goOn();
        data(1);
        data(2);
        define("2due");
        goOn();
        data(2);
        data(3);
        goOn();
        assertThat(given).containsExactly("one", "two", "due", "null");
        flow.close();
    }
}
