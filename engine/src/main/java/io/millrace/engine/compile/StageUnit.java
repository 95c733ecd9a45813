package io.millrace.engine.compile;

import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.LiveTarget;
import io.millrace.engine.stage.LongKeys;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StageControl;
import io.millrace.engine.stage.StageDriver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.StopSignal;
import io.millrace.engine.stage.TextKeys;
import io.millrace.engine.stage.Timers;
import io.millrace.engine.stage.TurnEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A compiled stage with all that belongs to it: what its operators share, and what is done with it as a whole.
 *
 * <p>Thread: built by one thread, then the stage's. Allocation: while building. Deterministic: yes.
 */
public final class StageUnit implements StageControl {
    private final StageClock clock = new StageClock();
    private final TextKeys textKeys = new TextKeys();
    private final Effect effect = new Effect();
    private final CurrentRecord record = new CurrentRecord();
    private final Timers timers;
    private final Timers.KeySpaces keySpaces;
    private final List<FlowInput> inputs;
    private final Map<DefinitionType<?>, Definitions> definitions = new HashMap<>();
    private final List<Sink<?>> sinks = new ArrayList<>();
    private final List<EndHook> endHooks = new ArrayList<>();
    private final List<StepState> states = new ArrayList<>();
    private final List<TurnEnd> turnEnds = new ArrayList<>();
    private final List<LiveTarget> liveTargets = new ArrayList<>();
    private final List<CountedOutput> outputs = new ArrayList<>();
    private Runnable onReset = () -> {};
    private Runnable onLive = () -> {};
    private CutListener onCut = CutListener.NONE;
    private boolean tellsTime;
    private boolean tellsRecord;
    private StageDriver driver;

    /**
     * @param keyKinds kinds of the keys that steps get, by place
     * @param inputs   inputs of the flow, by index
     */
    StageUnit(final KeyKind[] keyKinds, final List<FlowInput> inputs) {
        final KeySpace[] byPlace = Arrays.stream(keyKinds).map(this::keys).toArray(KeySpace[]::new);
        this.keySpaces = place -> byPlace[place];
        this.timers = new Timers(clock, keySpaces);
        this.inputs = inputs;
    }

    void complete(final StageDriver compiled) {
        driver = compiled;
    }

    public StageDriver driver() {
        return driver;
    }

    public StageClock clock() {
        return clock;
    }

    public Timers timers() {
        return timers;
    }

    /** How the keys of each step compare. */
    public Timers.KeySpaces keySpaces() {
        return keySpaces;
    }

    public Effect effect() {
        return effect;
    }

    /** Sets what else is to be done when the stage is reset. */
    public void onReset(final Runnable action) {
        onReset = action;
    }

    /** Sets what else is to be done when all that was journaled has been worked on. */
    public void onLive(final Runnable action) {
        onLive = action;
    }

    /** Sets who is told of cuts. */
    public void onCut(final CutListener listener) {
        onCut = listener;
    }

    /** Someone asks for the time. */
    void tellTime() {
        tellsTime = true;
    }

    /** Whether anyone asks for the time; only then it is told with every record. */
    boolean tellsTime() {
        return tellsTime;
    }

    CurrentRecord record() {
        return record;
    }

    /** Tells which record is worked on, if anyone asks; {@link CurrentRecord#NONE} for none. */
    public void tell(final long inputSeq) {
        record.set(inputSeq);
    }

    /** Someone asks which record is worked on. */
    void tellRecord() {
        tellsRecord = true;
    }

    /** Whether anyone asks which record is worked on. */
    boolean tellsRecord() {
        return tellsRecord;
    }

    /** What steps do at the end of input, by place. */
    public List<EndHook> endHooks() {
        return endHooks;
    }

    TextKeys textKeys() {
        return textKeys;
    }

    /** How keys of a kind compare. */
    KeySpace keys(final KeyKind kind) {
        return kind == KeyKind.TEXT ? textKeys : LongKeys.INSTANCE;
    }

    void add(final StepState state) {
        states.add(state);
    }

    void add(final TurnEnd operator) {
        turnEnds.add(operator);
    }

    void add(final LiveTarget operator) {
        liveTargets.add(operator);
    }

    void add(final CountedOutput output) {
        outputs.add(output);
    }

    /** Outputs of the stage, in the order of the steps. */
    public List<CountedOutput> outputs() {
        return outputs;
    }

    void add(final Sink<?> sink) {
        sinks.add(sink);
    }

    <D extends Definitions> D definitions(final DefinitionType<D> type) {
        @SuppressWarnings("unchecked") // the map's values are made by their keys
        final D found = (D) definitions.computeIfAbsent(type, t -> t.create().get());
        return found;
    }

    @Override
    public void define(final int input, final long address, final int length) {
        final Definitions known = definitions.get(inputs.get(input).origin().definitions());
        if (known != null) {
            known.define(new UnsafeBuffer(address, length), 0, length);
        }
    }

    @Override
    public void cut(final long inputSeq, final long address, final int length) {
        endTurn();
        onCut.onCut(this, inputSeq, address, length);
    }

    @Override
    public void resumed(final long gap) {
        // Event clocks leave it out.
    }

    @Override
    public void end() {
        record.set(CurrentRecord.NONE);
        final KeyList keys = new KeyList();
        for (final EndHook hook : endHooks) {
            keys.clear();
            hook.target().collectEndKeys(keys);
            keys.sort(hook.keys());
            for (int i = 0; i < keys.size(); i++) {
                hook.target().onEnd(keys.get(i));
            }
        }
    }

    @Override
    public RuntimeException failed(final long inputSeq, final Throwable cause) {
        return cause instanceof StopSignal || cause instanceof ConnectorException
                ? (RuntimeException) cause
                : new EffectException(inputSeq, cause);
    }

    /** Back to the initial state, in place. */
    public void reset() {
        states.forEach(StepState::reset);
        definitions.values().forEach(Definitions::reset);
        timers.reset();
        textKeys.reset();
        clock.set(StageClock.BEFORE_ALL);
        record.set(CurrentRecord.NONE);
        onReset.run();
    }

    /** Writes all state: stage time, then for each step its id, its state and its timers. */
    public void writeState(final StateWriter out) {
        out.putLong(tellsTime ? clock.now() : StageClock.BEFORE_ALL);
        final StateWriter ofStep = new StateWriter();
        for (final StepState state : states) {
            state.write(timers, ofStep.clear());
            out.putText(state.stepId()).putBytes(ofStep.buffer(), 0, ofStep.length());
        }
    }

    /**
     * Reads what {@link #writeState} wrote, into a stage that is as new.
     *
     * @throws IllegalArgumentException if a step is not there any more, or had no state
     */
    public void readState(final StateReader in) {
        clock.set(in.takeLong());
        while (in.hasMore()) {
            final String stepId = in.takeText();
            final int length = in.takeLength();
            final int offset = in.takeBytes(length);
            stateOf(stepId).read(timers, new StateReader(in.buffer(), offset, length));
        }
    }

    /** Ids of the steps in what {@link #writeState} wrote. */
    public static List<String> stepsOf(final StateReader in) {
        final List<String> steps = new ArrayList<>();
        in.takeLong();
        while (in.hasMore()) {
            steps.add(in.takeText());
            in.takeBytes(in.takeLength());
        }
        return steps;
    }

    /** Ids of the steps that have state. */
    public List<String> statefulSteps() {
        return states.stream().map(StepState::stepId).toList();
    }

    private StepState stateOf(final String stepId) {
        return states.stream()
                .filter(state -> state.stepId().equals(stepId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the snapshot has state of step '" + stepId
                        + "', but the flow has no such step with state: was it renamed or removed?"));
    }

    /** 64-bit hash of all state. */
    public long stateHash() {
        final StateWriter out = new StateWriter();
        writeState(out);
        return out.hash();
    }

    /**
     * State was restored, what came after it was replayed: requests that nobody has answered are sent again.
     *
     * @throws ConnectorException if a sink holds more than came of what was journaled
     */
    public void goLive() {
        endTurn();
        outputs.forEach(CountedOutput::requireNotAhead);
        onLive.run();
        liveTargets.forEach(LiveTarget::onLive);
    }

    /**
     * All inputs have ended, and all has been worked on.
     *
     * @throws ConnectorException if a sink holds more than came of it
     */
    public void finished() {
        endTurn();
        outputs.forEach(CountedOutput::requireNotAhead);
    }

    /** Whether items wait for the journal to become durable. */
    public boolean isWaiting() {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).isWaiting()) {
                return true;
            }
        }
        return false;
    }

    /** A batch has been worked on: lets sinks write what they have collected. */
    public void endTurn() {
        for (int i = 0; i < turnEnds.size(); i++) {
            turnEnds.get(i).onTurnEnd();
        }
    }

    /** Closes all sinks, even if some fail; gives failures to {@code onFailure}. */
    public void close(final Consumer<Throwable> onFailure) {
        for (final Sink<?> sink : sinks) {
            try {
                sink.close();
            } catch (final Throwable e) {
                onFailure.accept(e);
            }
        }
        sinks.clear();
    }
}
