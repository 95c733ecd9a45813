package io.millrace.engine.verify;

import io.millrace.engine.compile.EffectException;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.StepException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One copy of a flow, fused, with hashed taps and without sinks.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: if the flow is.
 */
final class Copy implements AutoCloseable {
    private static final Comparator<Mark> ORDER =
            Comparator.comparingInt(Mark::place).thenComparing(Mark::port).thenComparingInt(Mark::index);

    private final HashedTaps taps;
    private final SteppedFlow flow;
    private final Map<String, Integer> places;
    private RuntimeException failure;

    Copy(final Supplier<Graph> definition, final RunConfig config, final Detail detail) {
        taps = new HashedTaps(detail);
        final Graph graph = definition.get();
        places = graph.steps().stream().collect(Collectors.toMap(step -> step.id(), step -> step.place()));
        flow = new SteppedFlow(() -> graph, config.observer(taps).discard(true));
    }

    void restore(final Remembered start) {
        if (start.length() > 0) {
            flow.readState(new StateReader(start.state(), 0, start.length()));
        }
    }

    /** Runs a slice. A failure is part of what a copy does: it is kept. */
    void run(final Slices slice) {
        try {
            flow.onBatch(slice.buffer(), slice.offset(), slice.length());
        } catch (final RuntimeException e) {
            failure = e;
        }
    }

    /** What the copy failed with, or null. */
    RuntimeException failure() {
        return failure;
    }

    Checkpoint checkpoint(final long inputSeq) {
        final List<Mark> marks = new ArrayList<>(taps.marks());
        if (failure == null) {
            flow.stepHashes()
                    .forEach((step, hash) ->
                            marks.add(new Mark(places.get(step), step, Mark.Port.STATE, 0, "", 0, hash, 0, "")));
        }
        marks.sort(ORDER);
        taps.nextInterval();
        final long at = failure instanceof EffectException effect ? effect.inputSeq() : inputSeq;
        return new Checkpoint(at, failure == null ? "" : ItemText.written(failure), failedStep(), marks);
    }

    /** Nobody wants to read what was shown so far. */
    void forgetShown() {
        taps.nextInterval();
    }

    private String failedStep() {
        return failure != null && failure.getCause() instanceof StepException step ? step.stepId() : "";
    }

    /** The state behind a record. */
    Remembered remember(final long inputSeq) {
        final StateWriter out = new StateWriter();
        flow.writeState(out);
        return new Remembered(inputSeq + 1, out.buffer(), out.length());
    }

    @Override
    public void close() {
        flow.close();
    }
}
