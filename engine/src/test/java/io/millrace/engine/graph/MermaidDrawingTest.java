package io.millrace.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MermaidDrawingTest {
    @Test
    void drawsALinearFlow() {
        assertThat(DrawnFlows.render(GraphFormat.MERMAID, DrawnFlows.linear("test_df", "inp", "add_one", "out")))
                .isEqualTo("""
                        flowchart TD
                        subgraph test_df["test_df (Dataflow)"]
                          direction TB
                          subgraph test_df_stage_0["thread main"]
                            direction TB
                            test_df.inp["inp (input)<br/>from ticks"]
                            test_df.add_one["add_one (filter)<br/>DrawnFlows#36;FilterOp"]
                            test_df.out["out (output)<br/>DrawnFlows#36;OutputOp"]
                          end
                          test_df.inp --> test_df.add_one
                          test_df.add_one --> test_df.out
                        end
                        """);
    }

    @Test
    void drawsOutputsKeysThreadsAndWhatIsNotSpecialised() {
        assertThat(GraphFormat.MERMAID.render(DrawnFlows.wide().plan(false), DrawnFlows.OBSTACLES))
                .isEqualTo("""
                        flowchart TD
                        subgraph wide["wide (Dataflow)"]
                          direction TB
                          subgraph wide_stage_0["thread main"]
                            direction TB
                            wide.ticks["ticks (input)<br/>from ticks"]
                            wide.key["key (keyBy)<br/>DrawnFlows#36;KeyOp"]
                          end
                          subgraph wide_stage_1["thread key-parts, 2 parts"]
                            direction TB
                            wide.side["side (branch)<br/>DrawnFlows#36;BranchOp"]
                            wide.sum["sum (statefulMap)<br/>DrawnFlows#36;SumOp<br/>not specialised#58; it has the static field #34;n#34;"]
                            wide.both["both (merge)"]
                          end
                          subgraph wide_stage_2["thread slow"]
                            direction TB
                            wide.out["out (output)<br/>DrawnFlows#36;OutputOp"]
                          end
                          wide.ticks --> wide.key
                          wide.key == "long keys, edge 0" ==> wide.side
                          wide.side -- "even, long keys" --> wide.sum
                          wide.sum -- "long keys" --> wide.both
                          wide.side -- "odd, long keys" --> wide.both
                          wide.both == "long keys, edge 1" ==> wide.out
                        end
                        """);
    }

    @Test
    void nestsScopesInTheStagesThatTheyRunOn() {
        assertThat(GraphFormat.MERMAID.render(DrawnFlows.nested(), Map.of())).contains("""
                          subgraph nested_stage_0["thread main"]
                            direction TB
                            nested.trades["trades (input)<br/>from ticks"]
                            subgraph nested_stage_0.bars["bars"]
                              direction TB
                              subgraph nested_stage_0.bars.minute["minute"]
                                direction TB
                                nested.bars.minute.key["key (map)<br/>DrawnFlows#36;FilterOp"]
                                nested.bars.minute.fold["fold (map)<br/>DrawnFlows#36;FilterOp"]
                              end
                            end
                          end
                          subgraph nested_stage_1["thread slow"]
                            direction TB
                            subgraph nested_stage_1.bars["bars"]
                              direction TB
                              nested.bars.gaps["gaps (map)<br/>DrawnFlows#36;FilterOp"]
                              nested.bars.minute["minute (map)<br/>DrawnFlows#36;FilterOp"]
                            end
                            nested.end["end (map)<br/>DrawnFlows#36;FilterOp"]
                          end
                        """);
    }

    @Test
    void keepsIdentifiersFromItsWordsAndApart() {
        assertThat(DrawnFlows.render(GraphFormat.MERMAID, DrawnFlows.linear("end", "graph", "a-b", "a b")))
                .contains("subgraph flow_end[\"end (Dataflow)\"]")
                .contains("flow_end.graph[\"graph (input)<br/>")
                .contains("flow_end.a_b[\"a-b (filter)<br/>")
                .contains("flow_end.a_b_[\"a b (output)<br/>")
                .contains("flow_end.graph --> flow_end.a_b\n")
                .contains("flow_end.a_b --> flow_end.a_b_\n");
        assertThat(DrawnFlows.render(GraphFormat.MERMAID, DrawnFlows.linear("classes", "x", "y", "z")))
                .contains("subgraph flow_classes[");
        assertThat(DrawnFlows.render(GraphFormat.MERMAID, DrawnFlows.linear("1 m", "x", "y", "z")))
                .contains("subgraph flow_1_m[\"1 m (Dataflow)\"]");
    }

    @Test
    void writesWhatMeansSomethingAsNumbers() {
        assertThat(DrawnFlows.render(
                        GraphFormat.MERMAID,
                        DrawnFlows.linear("f", "\"]; %% <b> & `#", "a\nb\\n\u0007", "größe 価格 🚀")))
                .contains("[\"#34;#93;#59; #37;#37; #60;b#62; #38; #96;#35; (input)<br/>")
                .contains("[\"a#92;nb#92;n#92;u0007 (filter)<br/>")
                .contains("[\"größe 価格 🚀 (output)<br/>");
        assertThat(DrawnFlows.render(GraphFormat.MERMAID, DrawnFlows.linear("f", "direction TB", "\u2028x", "c")))
                .contains("[\"direction#32;TB (input)<br/>")
                .contains("[\"#8232;x (filter)<br/>");
    }
}
