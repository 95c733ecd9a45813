package io.millrace.app.cli;

import picocli.CommandLine.Option;

/** Into how many parts the keys of a built-in flow are dealt. */
final class ParallelOption {
    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Deal the instruments to N copies of the stage. Changes no result.")
    private Integer parallel;

    /** Number of parts, or 0 if they were not asked for. */
    int parts() {
        if (parallel != null && parallel < 1) {
            throw new Use("--parallel " + parallel + ": at least 1");
        }
        return parallel == null ? 0 : parallel;
    }
}
