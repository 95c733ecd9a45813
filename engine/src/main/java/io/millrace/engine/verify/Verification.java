package io.millrace.engine.verify;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Runs a flow on recorded input several times, each time another copy, and compares what comes out and what is remembered:
 * two copies in one thread, one of which spoils used items; the layout with threads; other JVMs.
 *
 * <p>Thread: one; opens no sink and no source. Allocation: yes. Deterministic: tells whether the flow is.
 */
public final class Verification {
    private final Supplier<Graph> definition;
    private final Supplier<RunConfig> configs;
    private final LongFunction<InputLogReader> records;
    private final List<OtherCopy> others = new ArrayList<>();
    private long every = StepFinder.USUAL_INTERVAL;
    private boolean threaded = true;

    /**
     * Verifies a flow.
     *
     * @param definition the flow; called once for each copy
     * @param configs    a fresh configuration for each copy; layout, observer, sinks and checks are set here
     * @param records    gives a reader of the records from a number on, or of earlier ones too
     */
    public Verification(
            final Supplier<Graph> definition,
            final Supplier<RunConfig> configs,
            final LongFunction<InputLogReader> records) {
        this.definition = definition;
        this.configs = configs;
        this.records = records;
    }

    /** Number of records between comparisons. */
    public Verification every(final long value) {
        every = value;
        return this;
    }

    /** Whether the layout with threads is verified too. */
    public Verification threaded(final boolean value) {
        threaded = value;
        return this;
    }

    /** One more copy, in another process. */
    public Verification against(final OtherCopy other) {
        others.add(other);
        return this;
    }

    /** Runs everything, up to the first difference. */
    public VerificationReport run() {
        final List<Checkpoint> checkpoints = new ArrayList<>();
        final Look look = new Look(0, Long.MAX_VALUE, every, Detail.OUTLETS);
        final Twins.Sight twins =
                new Twins(definition, configs).look(Remembered.NOTHING, records.apply(0), look, checkpoints::add);
        final List<String> passes = new ArrayList<>();
        passes.add("two copies, one of which spoils used items");
        if (twins.differs()) {
            return report(
                    twins,
                    passes,
                    new StepFinder(definition, configs, records).closer(Remembered.NOTHING, twins, every));
        }
        if (twins.failure() != null) {
            return report(twins, passes, null);
        }
        if (threaded) {
            passes.add("one thread and several");
            final Optional<Difference> found = new LayoutPass(definition, configs, records).compare(checkpoints);
            if (found.isPresent()) {
                return report(twins, passes, found.get());
            }
        }
        for (final OtherCopy other : others) {
            passes.add("this JVM and " + other.name());
            final Optional<Difference> found =
                    new ProcessPass(new SoloRun(definition, configs), records, other).compare(checkpoints, look);
            if (found.isPresent()) {
                return report(twins, passes, found.get());
            }
        }
        return report(twins, passes, null);
    }

    private static VerificationReport report(
            final Twins.Sight twins, final List<String> passes, final Difference difference) {
        return new VerificationReport(
                twins.lastSeq() + 1, twins.checkpoints(), List.copyOf(passes), difference, twins.failure());
    }
}
