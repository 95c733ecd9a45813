package io.millrace.app.cli;

import io.millrace.engine.loop.Pacer;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How a flow is run. None of it changes a result. */
final class RunOptions {
    private static final Logger LOG = LoggerFactory.getLogger("millrace");

    @Option(
            names = "--layout",
            paramLabel = "fused|threaded",
            defaultValue = "fused",
            description = "One thread for everything, or a thread for each stage. Default: ${DEFAULT-VALUE}.")
    private Layout layout;

    @Option(
            names = "--pin",
            paramLabel = "CPU",
            split = ",",
            description = "Processors to pin threads to: the ingress first, then stages in order.")
    private int[] cpus = {};

    @Option(
            names = "--warm-up",
            paramLabel = "DIR",
            description =
                    "Journal to warm up with before the start, again and again until nothing is compiled any more, or 10 s have gone by. What comes out is thrown away.")
    private Path warmUp;

    @Option(
            names = "--no-specialize",
            description = "Run operators as they are, visible to debuggers and profilers. Slower.")
    private boolean general;

    @Option(
            names = "--counters",
            paramLabel = "FILE",
            description =
                    "Where metrics can be read by 'millrace counters'. Default: in the directory of the journal that is written.")
    private Path counters;

    /** The layout that was asked for. */
    Layout layout() {
        return layout;
    }

    /** The configuration that was asked for, for this flow. */
    RunConfig config(final Flow flow) {
        final RunConfig config =
                new RunConfig().layout(layout).specialize(!general).reporter(message -> LOG.warn("{}", message));
        if (cpus.length > 0) {
            pin(config);
        }
        if (warmUp != null) {
            Use.check(() -> requireFits(flow));
            config.warmUp(() -> Journal.open(warmUp));
        }
        if (counters != null) {
            config.counters(Use.of(() -> Counters.inFile(counters)));
        }
        return config;
    }

    private void requireFits(final Flow flow) {
        try (JournalReader reader = Journal.open(warmUp)) {
            reader.head().requireMatches(flow.name(), flow.get().inputs());
        }
    }

    private void pin(final RunConfig config) {
        try {
            config.cpus(cpus);
        } catch (final IllegalArgumentException e) {
            throw new Use("--pin: " + e.getMessage());
        }
    }

    /**
     * Reads a pace.
     *
     * @param text {@code 10x}, {@code 0.5x}, or {@code max}
     */
    static double pace(final String text) {
        if (text.equals("max")) {
            return Pacer.UNLIMITED;
        }
        try {
            final double pace = Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : "");
            if (pace > 0 && pace < Pacer.UNLIMITED) {
                return pace;
            }
        } catch (final NumberFormatException e) {
            // Said below.
        }
        throw new Use("--pace " + text + ": write how many times as fast as recorded, such as 10x, or max");
    }
}
