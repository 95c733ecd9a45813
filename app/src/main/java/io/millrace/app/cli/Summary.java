package io.millrace.app.cli;

import io.millrace.app.flow.MarketFlow;
import io.millrace.app.run.Outcome;
import io.millrace.app.terminal.Figures;
import java.io.PrintStream;
import java.nio.file.Path;

/** What is said at the end of a run. */
final class Summary {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MarketFlow flow;
    private final Outcome outcome;
    private final String output;

    /** @param output where rows went, if the flow has any, or null if nowhere */
    Summary(final MarketFlow flow, final Outcome outcome, final String output) {
        this.flow = flow;
        this.outcome = outcome;
        this.output = flow.hasRows() ? output : null;
    }

    void print(final PrintStream err) {
        final long records = outcome.view().records();
        final double seconds = outcome.nanos() / NANOS_PER_SECOND;
        final long late = outcome.view().itemsOut("late");
        final long faults = outcome.view().itemsOut("faults");
        err.println(
                flow.flowName() + ": " + Figures.count(records) + " records in " + Figures.nanos(outcome.nanos()) + " ("
                        + Figures.rate(records / seconds) + "), "
                        + Figures.count(outcome.view().itemsOut("output")) + " " + flow.output()
                        + (output == null ? "" : " to " + output)
                        + (late > 0 ? ", " + Figures.count(late) + " trades came too late for theirs" : "")
                        + (faults > 0 ? ", " + Figures.count(faults) + " times a book was not to be trusted" : "")
                        + (outcome.allOfInput()
                                ? ""
                                : "; the input has not ended"
                                        + (flow.isCandles() ? ", candles that were open were not written" : "")));
    }

    void printReplay(final Path journal, final PrintStream err) {
        err.println("journal: " + journal + ", " + Figures.bytes(outcome.view().journalBytes())
                + "; replay it with: ./millrace replay " + flow.flowName() + " --journal " + journal);
    }
}
