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
import io.millrace.engine.stage.StateException;
import io.millrace.engine.stage.StatePart;
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
import java.util.Set;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
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
    private final List<EndHook> endHooks = new ArrayList<>();
    private final StageState state;
    /** An array, since each turn ends with these: a turn is often a single record. */
    private TurnEnd[] turnEnds = {};

    private final List<LiveTarget> liveTargets = new ArrayList<>();
    private final StageOutputs outputs = new StageOutputs();
    private Runnable onReset = () -> {};
    private Runnable onLive = () -> {};
    private CutListener onCut = CutListener.NONE;
    private boolean tellsTime;
    private boolean tellsRecord;
    private StageDriver driver;

    /**
     * @param keyKinds kinds of the keys that steps get, by place
     * @param inputs   inputs of the flow, by index
     * @param part     which part of the stage it is
     */
    StageUnit(final KeyKind[] keyKinds, final List<FlowInput> inputs, final StatePart part) {
        final KeySpace[] byPlace = Arrays.stream(keyKinds).map(this::keys).toArray(KeySpace[]::new);
        this.keySpaces = place -> byPlace[place];
        this.timers = new Timers(clock, keySpaces);
        this.state = new StageState(clock, timers, part);
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

    void add(final StepState step) {
        state.add(step);
    }

    void add(final TurnEnd operator) {
        turnEnds = Arrays.copyOf(turnEnds, turnEnds.length + 1);
        turnEnds[turnEnds.length - 1] = operator;
    }

    void add(final LiveTarget operator) {
        liveTargets.add(operator);
    }

    void add(final CountedOutput output) {
        outputs.add(output);
    }

    /** Outputs of the stage, in the order of the steps. */
    public List<CountedOutput> outputs() {
        return outputs.list();
    }

    void add(final Sink<?> sink) {
        outputs.add(sink);
    }

    <D extends Definitions> D definitions(final DefinitionType<D> type) {
        @SuppressWarnings("unchecked") // the map's values are made by their keys
        final D found = (D) definitions.computeIfAbsent(type, t -> t.create().get());
        return found;
    }

    @Override
    public void define(final int input, final long address, final int length) {
        define(input, new UnsafeBuffer(address, length), 0, length);
    }

    private void define(final int input, final DirectBuffer payload, final int offset, final int length) {
        state.definitions().add(input, payload, offset, length);
        final Definitions known = definitions.get(inputs.get(input).origin().definitions());
        if (known != null) {
            known.define(payload, offset, length);
        }
    }

    @Override
    public void cut(final long inputSeq, final long address, final int length) {
        endTurn();
        onCut.onCut(this, inputSeq, address, length);
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

    /** Back to the initial state, in place: warm-up is over. */
    public void reset() {
        rewind();
        onReset.run();
    }

    /** Back to the initial state, in place, for another round of warm-up. */
    public void rewind() {
        state.reset();
        definitions.values().forEach(Definitions::reset);
        textKeys.reset();
        record.set(CurrentRecord.NONE);
    }

    @Override
    public void resumed(final long gapNanos) {
        state.resumed(gapNanos);
    }

    /** Writes all state: times and definitions of the stage, then for each step with state its timers and what it keeps. */
    public void writeState(final StateWriter out) {
        state.write(out);
    }

    /**
     * Reads what {@link #writeState} of a stage wrote, as far as it concerns this one: times and definitions, and the state of
     * the steps that are here; of steps that run in parts, of the keys of this part. Into a stage that is as new, and then
     * again for what other stages and parts wrote at the same place of the input: it adds up.
     *
     * @return ids of the steps whose state was found and that are here; of others, another stage has the step, or none
     * @throws StateException if a step can't read its state
     */
    public Set<String> readState(final StateReader in) {
        return state.read(in, this::define);
    }

    /** Ids of the steps that have state here. */
    public Set<String> stateIds() {
        return state.ids();
    }

    /** Ids of the steps whose state stands in what {@link #writeState} of a stage wrote. */
    public static Set<String> stateIds(final StateReader in) {
        return StageState.idsIn(in);
    }

    /** 64-bit hash of all state, with the stage's own. */
    public long stateHash() {
        final StateWriter out = StateWriter.hashing();
        state.write(out);
        return out.hash();
    }

    /**
     * 64-bit hash of the state of each step, by id. Those of a step that runs in parts, added up, are the same for any number
     * of parts.
     */
    public Map<String, Long> stepHashes() {
        return state.hashes();
    }

    /**
     * State was restored, what came after it was replayed: requests that nobody has answered are sent again.
     *
     * @throws ConnectorException if a sink holds more than came of what was journaled
     */
    public void goLive() {
        endTurn();
        outputs.requireNotAhead();
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
        outputs.requireNotAhead();
        onCut.onEnd(this);
    }

    /** Whether items wait for the journal to become durable. */
    public boolean isWaiting() {
        return outputs.isWaiting();
    }

    /** A batch has been worked on: lets sinks write what they have collected. */
    public void endTurn() {
        for (final TurnEnd operator : turnEnds) {
            operator.onTurnEnd();
        }
    }

    /** Closes all sinks, even if some fail; gives failures to {@code onFailure}. */
    public void close(final Consumer<Throwable> onFailure) {
        outputs.close(onFailure);
    }
}
