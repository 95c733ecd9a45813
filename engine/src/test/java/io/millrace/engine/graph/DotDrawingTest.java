package io.millrace.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DotDrawingTest {
    @Test
    void drawsOutputsKeysThreadsAndWhatIsNotSpecialised() {
        assertThat(GraphFormat.DOT.render(DrawnFlows.wide().plan(false), DrawnFlows.OBSTACLES))
                .isEqualTo("""
                        digraph "wide" {
                          label="wide (Dataflow)";
                          node [shape=box];
                          subgraph cluster_0 {
                            label="thread main";
                            "ticks" [label="ticks (input)\\nfrom ticks"];
                            "key" [label="key (keyBy)\\nDrawnFlows$KeyOp"];
                          }
                          subgraph cluster_1 {
                            label="thread key-parts, 2 parts";
                            "side" [label="side (branch)\\nDrawnFlows$BranchOp"];
                            "sum" [label="sum (statefulMap)\\nDrawnFlows$SumOp\\nnot specialised: it has the static field \\"n\\""];
                            "both" [label="both (merge)"];
                          }
                          subgraph cluster_2 {
                            label="thread slow";
                            "out" [label="out (output)\\nDrawnFlows$OutputOp"];
                          }
                          "ticks" -> "key";
                          "key" -> "side" [label="long keys, edge 0", style=bold];
                          "side" -> "sum" [label="even, long keys"];
                          "sum" -> "both" [label="long keys"];
                          "side" -> "both" [label="odd, long keys"];
                          "both" -> "out" [label="long keys, edge 1", style=bold];
                        }
                        """);
    }

    @Test
    void nestsScopesInTheStagesThatTheyRunOn() {
        assertThat(GraphFormat.DOT.render(DrawnFlows.nested(), Map.of())).contains("""
                            subgraph cluster_1 {
                              label="bars";
                              subgraph cluster_2 {
                                label="minute";
                                "bars.minute.key" [label="key (map)\\nDrawnFlows$FilterOp"];
                                "bars.minute.fold" [label="fold (map)\\nDrawnFlows$FilterOp"];
                              }
                            }
                          }
                          subgraph cluster_3 {
                            label="thread slow";
                            subgraph cluster_4 {
                              label="bars";
                              "bars.gaps" [label="gaps (map)\\nDrawnFlows$FilterOp"];
                        """);
    }

    @Test
    void quotesEverything() {
        assertThat(DrawnFlows.render(GraphFormat.DOT, DrawnFlows.linear("end", "a\"b\\", "a\nb", "&lt; 価格")))
                .contains("digraph \"end\" {")
                .contains("\"a\\\"b\\\\\" [label=\"a\\\"b\\\\ (input)\\nfrom ticks\"];")
                .contains("\"a\\\\nb\" [label=\"a\\\\nb (filter)\\n")
                .contains("\"&amp;lt; 価格\" [label=\"&amp;lt; 価格 (output)\\n")
                .contains("\"a\\\"b\\\\\" -> \"a\\\\nb\";\n");
    }
}
