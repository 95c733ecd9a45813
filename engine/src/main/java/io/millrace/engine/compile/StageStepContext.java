package io.millrace.engine.compile;

import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CommitMarks;
import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepException;
import io.millrace.engine.stage.StepShield;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.StopSignal;
import io.millrace.engine.stage.TextKeys;
import java.util.UUID;
import org.agrona.concurrent.status.AtomicCounter;

/** What a stage gives one of its operators. */
final class StageStepContext implements StepContext, SinkContext {
    private final Step step;
    private final StageUnit unit;
    private final StageEnvironment environment;
    private final KeySpace keys;
    private final StepTimers timers;
    private StepShield shield;
    private final OutputTerms terms;
    private final CommitMarks marks;

    StageStepContext(final Step step, final StageUnit unit, final StageEnvironment environment, final KeySpace keys) {
        this.step = step;
        this.unit = unit;
        this.environment = environment;
        this.keys = keys;
        this.timers = new StepTimers(unit.timers(), step.place());
        this.terms = environment.terms();
        this.marks = new CommitMarks(terms);
    }

    /** Sets what takes failures that need not be the flow's, or null. */
    void shield(final StepShield takes) {
        shield = takes;
    }

    @Override
    public String stepId() {
        return step.id();
    }

    @Override
    public StageClock clock() {
        unit.tellTime();
        return unit.clock();
    }

    @Override
    public CurrentRecord record() {
        unit.tellRecord();
        return unit.record();
    }

    @Override
    public String stage() {
        return environment.stage();
    }

    @Override
    public int part() {
        return environment.part();
    }

    @Override
    public boolean checks() {
        return environment.checks();
    }

    @Override
    public StepTimers timers() {
        unit.tellTime();
        return timers;
    }

    @Override
    public KeySpace keys() {
        return keys;
    }

    @Override
    public TextKeys textKeys() {
        return unit.textKeys();
    }

    @Override
    public <D extends Definitions> D definitions(final DefinitionType<D> type) {
        return unit.definitions(type);
    }

    @Override
    public OutputTerms terms() {
        return terms;
    }

    @Override
    public CommitMarks marks() {
        return marks;
    }

    @Override
    public Codec<?> itemCodec() {
        return step.inputs().isEmpty() ? null : step.inputs().get(0).codec();
    }

    @Override
    public UUID journalId() {
        return terms.journalId();
    }

    @Override
    public boolean continues() {
        return terms.continues();
    }

    @Override
    public long committable() {
        return marks.committable();
    }

    @Override
    public <T> Sink<T> open(final SinkFactory<T> factory) {
        final Sink<T> sink = environment.open(factory, this);
        unit.add(sink);
        return sink;
    }

    @Override
    public RequestPort requests(final int maxInFlight) {
        return environment.requests(step, maxInFlight);
    }

    @Override
    public AtomicCounter counter(final String label) {
        return environment.counter(step, label);
    }

    @Override
    public RuntimeException failed(final Object item, final Throwable cause) {
        if (cause instanceof StepException || cause instanceof StopSignal) {
            return (RuntimeException) cause;
        }
        return new StepException(step.id(), describe(item), cause);
    }

    @Override
    public boolean isShielded() {
        return shield != null;
    }

    @Override
    public void failedAside(final long key, final Object item, final Throwable cause) {
        final RuntimeException failure = failed(item, cause);
        if (shield == null || !(failure instanceof StepException ofStep)) {
            throw failure;
        }
        shield.take(key, ofStep);
    }

    /** The address of an object is no description, and differs from run to run. */
    private static String describe(final Object item) {
        try {
            return item == null || hasText(item.getClass()) ? String.valueOf(item) : nameOf(item.getClass());
        } catch (final RuntimeException e) {
            return "an item whose toString fails (" + e + ")";
        }
    }

    private static String nameOf(final Class<?> type) {
        return type.isHidden() ? "an item without toString" : "a " + type.getTypeName();
    }

    private static boolean hasText(final Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (final NoSuchMethodException e) {
            throw new LinkageError("an object without toString", e);
        }
    }
}
