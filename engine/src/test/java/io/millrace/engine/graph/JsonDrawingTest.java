package io.millrace.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonDrawingTest {
    @Test
    void writesOneMemberALine() {
        assertThat(DrawnFlows.render(GraphFormat.JSON, DrawnFlows.linear("f", "in", "keep", "out")))
                .startsWith("""
                        {
                          "flow": "f",
                          "steps": [
                            {
                              "id": "in",
                              "name": "in",
                              "kind": "input",
                              "place": 0,
                              "stage": 0,
                              "input": {
                                "index": 0,
                                "stream": "ticks"
                              },
                              "from": [],
                              "outputs": [
                                "out"
                              ],
                              "outlet": false
                            },
                        """)
                .endsWith("""
                          "channels": [],
                          "notSpecialized": {}
                        }
                        """);
    }

    @Test
    void tellsStepsStagesChannelsAndWhatIsNotSpecialised() {
        final Map<?, ?> flow =
                Json.parse(GraphFormat.JSON.render(DrawnFlows.wide().plan(false), DrawnFlows.OBSTACLES));
        assertThat(flow.get("flow")).isEqualTo("wide");
        assertThat(flow.get("notSpecialized")).isEqualTo(DrawnFlows.OBSTACLES);
        assertThat(flow.get("stages"))
                .isEqualTo(List.of(
                        stage(0, "main", 0, "ticks", "key"),
                        stage(1, "key-parts", 2, "side", "sum", "both"),
                        stage(2, "slow", 0, "out")));
        assertThat(flow.get("channels")).isEqualTo(List.of(channel(0, 1, 1, 0), channel(1, 2, 2, 1)));
        assertThat(flow.get("steps"))
                .asInstanceOf(LIST)
                .hasSize(6)
                .element(3)
                .isEqualTo(Map.ofEntries(
                        Map.entry("id", "sum"),
                        Map.entry("name", "sum"),
                        Map.entry("kind", "statefulMap"),
                        Map.entry("place", 3),
                        Map.entry("stage", 1),
                        Map.entry("operator", DrawnFlows.SumOp.class.getName()),
                        Map.entry("specialized", false),
                        Map.entry("from", List.of(Map.of("step", "side", "output", "even", "keys", "long"))),
                        Map.entry("outputs", List.of("out")),
                        Map.entry("outlet", false)));
    }

    private Map<String, Object> stage(final int index, final String thread, final int parts, final String... steps) {
        return Map.of("index", index, "thread", thread, "parts", parts, "steps", List.of(steps));
    }

    private Map<String, Object> channel(final int from, final int to, final int count, final int edge) {
        return Map.of("from", from, "to", to, "count", count, "edges", List.of(edge));
    }

    @Test
    void nestsScopesWhateverTheStage() {
        final Map<?, ?> flow = Json.parse(GraphFormat.JSON.render(DrawnFlows.nested(), Map.of()));
        assertThat(outline(flow))
                .isEqualTo("trades bars[bars.minute[bars.minute.key bars.minute.fold] bars.gaps bars.minute] end");
    }

    private String outline(final Map<?, ?> scope) {
        final List<String> ids = new ArrayList<>();
        for (final Object part : (List<?>) scope.get("steps")) {
            final Map<?, ?> entry = (Map<?, ?>) part;
            ids.add(entry.get("id") + (entry.containsKey("steps") ? "[" + outline(entry) + "]" : ""));
        }
        return String.join(" ", ids);
    }

    @Test
    void escapesText() {
        final String[] ids = {"a\"b\\", "a\n\tb\u0001\u2028", "größe 価格 🚀"};
        final Map<?, ?> flow =
                Json.parse(DrawnFlows.render(GraphFormat.JSON, DrawnFlows.linear("f", ids[0], ids[1], ids[2])));
        assertThat(outline(flow)).isEqualTo(String.join(" ", ids));
    }
}
