package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.TradeFlow;
import io.millrace.app.terminal.Console;
import io.millrace.connectors.Discard;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.run.FlowPlan;
import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.Origin;
import io.millrace.feed.MarketFeed;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
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
    private static final Origin<Trade> NOWHERE = new Origin<>(null, MarketFeed.TRADES, Trade.CODEC, Instruments.TYPE);

    private final Console console;

    @Parameters(paramLabel = "FLOW", description = "candles or demo.")
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
        final TradeFlow kind = Use.of(() -> TradeFlow.find(flowName));
        final FlowSettings settings = FlowSettings.of(null, null, parallel.parts(), FlowSettings.USUAL.arguments());
        console.out()
                .print(FlowPlan.of(kind.flow(NOWHERE, settings, Discard.all()), layout)
                        .draw(format));
        return 0;
    }
}
