package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GraphCommandTest {
    private static String drawn(final Object... args) {
        final Cli cli = Cli.run(args);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        return cli.out();
    }

    @Test
    void drawsAFlowAsMermaid() {
        assertThat(drawn("graph", "candles")).isEqualTo("""
                        flowchart TD
                        subgraph candles["candles (Dataflow)"]
                          direction TB
                          subgraph candles_stage_0["thread main"]
                            direction TB
                            candles.trades["trades (input)<br/>from market#58; trades"]
                            candles.positive["positive (filter)<br/>FilterOp"]
                            candles.instrument["instrument (keyBy)<br/>KeyByLongOp"]
                            candles.candles["candles (window)<br/>WindowOp"]
                            candles.late["late (output)<br/>OutputOp"]
                            candles.output["output (output)<br/>OutputOp"]
                          end
                          candles.trades --> candles.positive
                          candles.positive --> candles.instrument
                          candles.instrument -- "long keys" --> candles.candles
                          candles.candles -- "late, long keys" --> candles.late
                          candles.candles -- "closed, long keys" --> candles.output
                        end
                        """);
    }

    @Test
    void drawsTheLayoutThatWasAskedFor() {
        assertThat(drawn("graph", "demo", "--layout", "threaded", "--parallel", "2", "--format", "dot"))
                .startsWith("digraph \"demo\" {\n")
                .contains("label=\"thread main\";", "label=\"thread instrument-parts, 2 parts\";")
                .contains("\"instrument\" -> \"candles\" [label=\"long keys, edge 0\", style=bold];");
        assertThat(drawn("graph", "demo", "--layout", "threaded", "--parallel", "2", "--format", "JSON"))
                .startsWith("{\n  \"flow\": \"demo\",\n")
                .contains("\"thread\": \"instrument-parts\",\n      \"parts\": 2,")
                .endsWith("\"notSpecialized\": {}\n}\n");
    }

    private static void refused(final String message, final Object... args) {
        final Cli cli = Cli.run(args);
        assertThat(cli.err()).contains(message).hasLineCount(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.exitCode()).isEqualTo(Use.EXIT_CODE);
    }

    @Test
    void saysWhatIsWrong() {
        refused("no flow 'frob': there are candles, trades, bbo, book, record, demo", "graph", "frob");
        refused("MERMAID, DOT, JSON", "graph", "candles", "--format", "svg");
        refused("FUSED, THREADED", "graph", "candles", "--layout", "frob");
        refused("--parallel 0: at least 1", "graph", "candles", "--parallel", "0");
        refused("FLOW", "graph");
    }
}
