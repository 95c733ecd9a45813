package io.millrace.engine.compile;

import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StatePart;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Timers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a stage, or of one of its parts, as bytes: what any stage needs to go on at the same place of the input, and
 * a section for each step. So what several stages and parts wrote can be read into others, whatever the layout.
 *
 * <pre>
 *   | stage time (8) | downtime (8) | resumed at (8) | definitions | section | section | ...
 *   definitions:  | count (4) | input (4), length (4), payload | ...
 *   section:      | step id | version (4) | part (4) | parts (4) | length (4) | timers and state, as entries of keys |
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: yes. Deterministic: yes.
 */
final class StageState {
    private final StageClock clock;
    private final Timers timers;
    private final StatePart part;
    private final RawDefinitions definitions = new RawDefinitions();
    private final List<StepState> steps = new ArrayList<>();

    StageState(final StageClock clock, final Timers timers, final StatePart part) {
        this.clock = clock;
        this.timers = timers;
        this.part = part;
    }

    void add(final StepState step) {
        steps.add(step);
    }

    RawDefinitions definitions() {
        return definitions;
    }

    /** Ids of all steps with state, in order. */
    Set<String> ids() {
        final Set<String> ids = new LinkedHashSet<>();
        steps.forEach(step -> ids.add(step.stepId()));
        return ids;
    }

    void reset() {
        steps.forEach(StepState::reset);
        definitions.reset();
        timers.reset();
        clock.reset();
    }

    void resumed(final long gapNanos) {
        clock.resume(gapNanos);
        for (final StepState step : steps) {
            if (step.target() != null && step.target().leavesDowntimeOut()) {
                timers.putOff(step.place(), gapNanos);
            }
        }
    }

    void write(final StateWriter out) {
        clock.writeState(out);
        definitions.write(out);
        for (final StepState step : steps) {
            out.putText(step.stepId())
                    .putInt(step.version())
                    .putInt(part.part())
                    .putInt(part.parts());
            final int begin = out.beginBytes();
            step.write(timers, out);
            out.endBytes(begin);
        }
    }

    /** Reads what a stage wrote; gives the ids of the steps that are here. */
    Set<String> read(final StateReader in, final RawDefinitions.Taker definer) {
        final Set<String> taken = new LinkedHashSet<>();
        clock.readState(in);
        RawDefinitions.read(in, definer);
        while (in.hasMore()) {
            final String stepId = in.takeText();
            final int version = in.takeInt();
            final StatePart from = new StatePart(in.takeInt(), in.takeInt());
            final StateReader section = in.takeStep(stepId, version, from, part);
            for (final StepState step : steps) {
                if (step.stepId().equals(stepId)) {
                    taken.add(stepId);
                    step.read(timers, section, from, part);
                }
            }
        }
        return taken;
    }

    /** Ids of the steps whose state a stage wrote. */
    static Set<String> idsIn(final StateReader in) {
        final Set<String> ids = new LinkedHashSet<>();
        new StageClock().readState(in);
        RawDefinitions.read(in, (input, payload, offset, length) -> {});
        while (in.hasMore()) {
            final String stepId = in.takeText();
            in.takeStep(stepId, in.takeInt(), new StatePart(in.takeInt(), in.takeInt()), StatePart.WHOLE);
            ids.add(stepId);
        }
        return ids;
    }

    /** Hash of the state of each step, by id. */
    Map<String, Long> hashes() {
        final Map<String, Long> hashes = new LinkedHashMap<>();
        final StateWriter out = StateWriter.hashing();
        for (final StepState step : steps) {
            step.write(timers, out.clear());
            hashes.put(step.stepId(), out.hash());
        }
        return hashes;
    }
}
