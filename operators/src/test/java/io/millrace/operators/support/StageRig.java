package io.millrace.operators.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codec;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.function.Consumer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/** A flow as one compiled stage that a test feeds record by record: no thread, no source, no clock. */
public final class StageRig {
    private static final int MAX_RECORD = 4_096;

    private final Specializer specializer;
    private final StageUnit unit;
    private final UnsafeBuffer record =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(MAX_RECORD, RecordLayout.ALIGNMENT));
    private long inputSeq;

    /**
     * Compiles a flow.
     *
     * @param checks   whether it is checked that items are not changed and not kept
     * @param requests gets what steps send to sources
     */
    public StageRig(
            final Consumer<Dataflow> definition,
            final boolean specialized,
            final boolean checks,
            final RequestPort requests) {
        final Plan plan = new Flow("rig", definition).get().plan(true);
        specializer = new Specializer(specialized);
        unit = new StageCompiler(plan, plan.stages().get(0), new Environment(checks, requests), specializer).compile();
    }

    /** Classes that could not be specialised, and why. */
    public String obstacles() {
        return specializer.obstacles().toString();
    }

    /** A record of an input, by index. */
    public <T> void data(final long time, final int input, final Codec<T> codec, final T item) {
        run(time, input, RecordKind.DATA, 0, codec.encode(item, record, RecordLayout.HEADER));
    }

    /** An answer to a request of a step, by the index of the step's input. */
    public <T> void answer(final long time, final int input, final long id, final Codec<T> codec, final T item) {
        record.putLong(RecordLayout.HEADER, id);
        final int length = codec.encode(item, record, RecordLayout.HEADER + Long.BYTES);
        run(time, input, RecordKind.ANSWER, 0, Long.BYTES + length);
    }

    /** The end of all inputs. */
    public void end(final long time) {
        run(time, 0, RecordKind.INPUT_END, RecordLayout.FLAG_LAST, 0);
    }

    private void run(final long time, final int input, final byte kind, final int flags, final int length) {
        RecordLayout.header(record, 0, length, kind, (byte) flags, input, inputSeq++, time, RecordLayout.NO_POSITION);
        unit.driver().onBatch(record, 0, RecordLayout.aligned(RecordLayout.HEADER + length));
    }

    /** State as bytes outside the heap. */
    public UnsafeBuffer state() {
        final StateWriter out = new StateWriter();
        unit.writeState(out);
        final UnsafeBuffer copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(out.length(), Long.BYTES));
        copy.putBytes(0, out.buffer(), 0, out.length());
        return copy;
    }

    /** Reads {@link #state()} of another rig into this one, which is new. */
    public void restore(final UnsafeBuffer state) {
        unit.readState(new StateReader(state, 0, state.capacity()));
    }

    /** The process was down for a while. */
    public void resumed(final long gapNanos) {
        unit.resumed(gapNanos);
    }

    /** Deadline of the timer that fires next. */
    public long nextDeadline() {
        return unit.timers().nextDeadline();
    }

    public void goLive() {
        unit.goLive();
    }

    public void reset() {
        unit.reset();
    }

    private record Environment(boolean checks, RequestPort port) implements StageEnvironment {
        @Override
        public String stage() {
            return "rig";
        }

        @Override
        public int part() {
            return 0;
        }

        @Override
        public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
            return factory.open(context);
        }

        @Override
        public CellSender sender(final Edge edge, final Effect effect) {
            throw new IllegalStateException("one stage has no edges");
        }

        @Override
        public RequestPort requests(final Step step, final int maxInFlight) {
            return port;
        }

        @Override
        public AtomicCounter counter(final Step step, final String label) {
            return new RunConfig().counters().counter(label);
        }
    }
}
