package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.verify.Trace;
import io.millrace.operators.Flow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which records of a replay are of interest, and which steps. */
final class TraceOptions {
    @Option(names = "--from", paramLabel = "SEQ", description = "With --trace: first record that is shown.")
    private Long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "Stop behind this record.")
    private Long to;

    @Option(
            names = "--trace",
            paramLabel = "STEP",
            split = ",",
            description = "Show what these steps got and gave, a line for each item.")
    private List<String> steps = List.of();

    /** Whether anything was asked for. */
    boolean isGiven() {
        return from != null || to != null || isTrace();
    }

    /** Whether steps are to be shown. */
    boolean isTrace() {
        return !steps.isEmpty();
    }

    /** Last record that is worked on. */
    long lastSeq() {
        return to == null ? Long.MAX_VALUE : to;
    }

    /** Checks what was asked for. */
    void check() {
        if (from != null && !isTrace()) {
            throw new Use("--from is for --trace: a replay always begins with the first record");
        }
        if (from != null && to != null && to < from) {
            throw new Use("--from " + from + " --to " + to + ": nothing lies between");
        }
        if (from != null && from < 0 || to != null && to < 0) {
            throw new Use("records are counted from 0");
        }
    }

    /** Shows the steps. */
    void trace(final Flow flow, final InputLogReader records, final RunConfig config, final Console console) {
        final Set<String> wanted = new LinkedHashSet<>(steps);
        Use.check(() -> Trace.requireSteps(flow.get(), wanted));
        Trace.run(flow, config, records, wanted, from == null ? 0 : from, lastSeq(), console.out()::println);
    }
}
