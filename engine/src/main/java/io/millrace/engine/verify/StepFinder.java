package io.millrace.engine.verify;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.StepSearch;
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

    /** For a replica that has found a difference between itself and the live flow. */
    public static StepSearch asSearch() {
        return (definition, skips, records, state, length, firstSeq, lastSeq) -> new StepFinder(
                        definition, () -> new RunConfig().skips(skips), records)
                .find(state, length, firstSeq, lastSeq)
                .map(Difference::toString)
                .orElse("");
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
        final long every = interval(Math.min(count, USUAL_INTERVAL * ZOOM));
        final Twins.Sight sight = look(start, new Look(firstSeq, lastSeq, every, Detail.STEPS));
        return sight.differs() ? Optional.of(closer(start, sight, every)) : Optional.empty();
    }

    /**
     * Looks more closely at what a coarse look has found.
     *
     * @param start where that look began
     * @param every number of records between its comparisons
     */
    Difference closer(final Remembered start, final Twins.Sight coarse, final long every) {
        Twins.Sight known = coarse;
        long interval = every;
        do {
            interval = interval(interval);
            final Twins.Sight sight = look(known.lastEqual(), range(known, interval));
            if (!sight.differs()) {
                // What a snapshot does not hold may take part: a captured variable. So once more from the start.
                final Twins.Sight again = look(start, range(known, 1));
                return again.differs() ? exact(again) : inRange(known);
            }
            known = sight;
        } while (interval > 1);
        return exact(known);
    }

    private static Look range(final Twins.Sight known, final long every) {
        return new Look(known.lastEqual().nextSeq(), known.lastSeq(), every, every == 1 ? Detail.SHOWN : Detail.STEPS);
    }

    private static long interval(final long every) {
        return every <= ZOOM ? 1 : every / ZOOM;
    }

    private Twins.Sight look(final Remembered start, final Look look) {
        return new Twins(definition, configs).look(start, records.apply(start.nextSeq()), look, equal -> {});
    }

    private static Difference exact(final Twins.Sight sight) {
        return new Suspect(sight.one(), sight.other()).found(COPIES, sight.lastSeq(), sight.lastSeq());
    }

    private static Difference inRange(final Twins.Sight sight) {
        final long firstSeq = sight.lastEqual().nextSeq();
        return new Suspect(sight.one(), sight.other()).inRange(COPIES, firstSeq, sight.lastSeq());
    }
}
