package io.millrace.engine.verify;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/**
 * Finds the step that makes a flow give different results for the same input. Two copies run side by side from a state
 * that was still the same, closer and closer to the record at which they part.
 *
 * <p>Thread: one; opens no sink and no source. Allocation: yes. Deterministic: what it looks for is not.
 */
public final class StepFinder {
    /** Records between comparisons, if nobody says how many records there are. */
    static final long USUAL_INTERVAL = 10_000;

    private static final String COPIES = "two copies of the flow";
    private static final long ZOOM = 100;

    private final Supplier<Graph> definition;
    private final Supplier<RunConfig> configs;
    private final LongFunction<InputLogReader> records;

    /**
     * Looks for differences of a flow.
     *
     * @param definition the flow; called once for each copy
     * @param configs    a fresh configuration for each copy; observer, sinks and checks are set here
     * @param records    gives a reader of the records from a number on, or of earlier ones too
     */
    public StepFinder(
            final Supplier<Graph> definition,
            final Supplier<RunConfig> configs,
            final LongFunction<InputLogReader> records) {
        this.definition = definition;
        this.configs = configs;
        this.records = records;
    }

    /**
     * Looks at records one after another.
     *
     * @param state   what {@link io.millrace.engine.run.SteppedFlow#writeState} gave before the first of them, outside the
     *     heap; length 0 for a flow that has seen nothing
     * @param firstSeq first record that was not yet worked on in this state
     * @param lastSeq  last record that is looked at
     * @return the first difference, if there is one
     */
    public Optional<Difference> find(
            final DirectBuffer state, final int length, final long firstSeq, final long lastSeq) {
        final Remembered start = new Remembered(firstSeq, state, length);
        final long count = Math.max(1, lastSeq - firstSeq + 1);
        return find(start, lastSeq, interval(Math.min(count, USUAL_INTERVAL * ZOOM)), null);
    }

    /** Looks more closely at what a coarse look has found. */
    Difference closer(final Twins.Sight coarse, final long every) {
        final Suspect suspect = new Suspect(coarse.one(), coarse.other());
        final Difference known = suspect.inRange(COPIES, coarse.lastEqual().nextSeq(), coarse.lastSeq());
        return find(coarse.lastEqual(), coarse.lastSeq(), interval(every), known)
                .orElse(known);
    }

    private static long interval(final long every) {
        return every <= ZOOM ? 1 : every / ZOOM;
    }

    private Optional<Difference> find(
            final Remembered start, final long lastSeq, final long every, final Difference known) {
        final Detail detail = every == 1 ? Detail.SHOWN : Detail.STEPS;
        final Twins.Sight look = new Twins(definition, configs, detail)
                .look(start, records.apply(start.nextSeq()), lastSeq, every, equal -> {});
        if (!look.differs()) {
            return Optional.ofNullable(known);
        }
        final Suspect suspect = new Suspect(look.one(), look.other());
        if (every == 1) {
            final long at = look.lastSeq();
            return Optional.of(suspect.found(COPIES, at, at));
        }
        final Difference closer = suspect.found(COPIES, look.lastEqual().nextSeq(), look.lastSeq());
        return find(look.lastEqual(), look.lastSeq(), interval(every), closer);
    }
}
