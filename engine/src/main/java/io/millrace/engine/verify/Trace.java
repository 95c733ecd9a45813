package io.millrace.engine.verify;

import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.compile.Tap;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Step;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.ItemObserver;
import io.millrace.engine.stage.StageClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells, line by line, what some steps of a flow got and gave while it worked on some records.
 *
 * <pre>
 *   record  stage time            step    what        key  item
 *      700  2024-08-09T00:00:00Z  candle  in            0  trade 17 ...
 *      700  2024-08-09T00:00:00Z  candle  out closed    0  candle ...
 * </pre>
 *
 * Timers that a record makes due are told with its number, before it.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: if the flow is.
 */
public final class Trace implements StepObserver {
    private static final String SEPARATOR = "  ";

    private final Set<String> steps;
    private final Consumer<String> lines;
    private final ItemText texts = new ItemText();
    private long seq;
    private boolean on;

    private Trace(final Set<String> steps, final Consumer<String> lines) {
        this.steps = steps;
        this.lines = lines;
    }

    /**
     * Traces.
     *
     * @param definition the flow
     * @param config     how it runs; its observer is set here
     * @param records    from the first on; closed
     * @param steps      ids of the steps that are to be traced
     * @param firstSeq   first record that is told
     * @param lastSeq    last record that is worked on
     * @param lines      takes a line for each item
     * @throws ConnectorException if there is no such step; says which there are
     * @throws RuntimeException   what the flow fails with
     */
    public static void run(
            final Supplier<Graph> definition,
            final RunConfig config,
            final InputLogReader records,
            final Set<String> steps,
            final long firstSeq,
            final long lastSeq,
            final Consumer<String> lines) {
        try (records) {
            requireSteps(definition.get(), steps);
            final Trace trace = new Trace(steps, lines);
            try (SteppedFlow flow = new SteppedFlow(definition, config.observer(trace))) {
                // Up to the first record in large slices, from there on one by one.
                final Slices slices = new Slices(records, 0, firstSeq, lastSeq, 1);
                while (slices.next()) {
                    trace.on = !slices.isBefore();
                    trace.seq = slices.lastSeq();
                    flow.onBatch(slices.buffer(), slices.offset(), slices.length());
                }
            }
        }
    }

    /**
     * Checks that a flow has these steps.
     *
     * @throws ConnectorException if it has not; says which it has
     */
    public static void requireSteps(final Graph graph, final Set<String> steps) {
        final List<String> there = graph.steps().stream().map(Step::id).toList();
        for (final String step : steps) {
            if (!there.contains(step)) {
                throw new ConnectorException("flow '" + graph.name() + "' has no step '" + step + "': it has "
                        + there.stream().collect(Collectors.joining("', '", "'", "'")));
            }
        }
    }

    @Override
    public ItemObserver observe(final Tap tap) {
        return steps.contains(tap.step().id()) ? (key, item) -> tell(tap, key, item) : null;
    }

    private void tell(final Tap tap, final long key, final Object item) {
        if (on) {
            lines.accept(String.join(
                            SEPARATOR,
                            String.format("%10d", seq),
                            time(tap.clock()),
                            tap.step().id(),
                            what(tap),
                            tap.hasKeys() ? tap.keys().describe(key) : "-",
                            texts.of(tap, item))
                    .stripTrailing());
        }
    }

    private static String what(final Tap tap) {
        final String kind = switch (tap.kind()) {
            case IN -> "in";
            case OUT -> "out";
            case ANSWER -> "answer";
            case TIMER -> "timer";
            case END -> "end";
        };
        return tap.name().isEmpty() ? kind : kind + " " + tap.name();
    }

    private static String time(final StageClock clock) {
        return clock.now() == StageClock.BEFORE_ALL
                ? "-"
                : Instant.EPOCH.plusNanos(clock.now()).toString();
    }
}
