package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.flow.RecordedFeed;
import io.millrace.app.flow.Rows;
import io.millrace.app.terminal.Console;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.run.FlowPlan;
import io.millrace.engine.run.Layout;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a flow: its steps, the stages that they run on, and what could not be specialised. */
@Command(
        name = "graph",
        sortOptions = false,
        description = "Draw a flow as it would be laid out on threads. Runs nothing and connects to nothing.")
final class GraphCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FLOW", description = "trades, bbo, book, candles or demo.")
    private String flowName;

    @Option(
            names = "--format",
            paramLabel = "mermaid|dot|json",
            defaultValue = "mermaid",
            description = "A mermaid flowchart, a Graphviz digraph, or JSON. Default: ${DEFAULT-VALUE}.")
    private GraphFormat format;

    @Option(
            names = "--layout",
            paramLabel = "fused|threaded",
            defaultValue = "fused",
            description = "One thread for everything, or a thread for each stage. Default: ${DEFAULT-VALUE}.")
    private Layout layout;

    @Mixin
    private ParallelOption parallel;

    GraphCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final MarketFlow kind = Use.of(() -> MarketFlow.find(flowName));
        final FlowSettings settings = FlowSettings.USUAL.parallel(parallel.parts());
        console.out()
                .print(FlowPlan.of(kind.flow(new RecordedFeed(), settings, Rows.NOWHERE), layout)
                        .draw(format));
        return 0;
    }
}
