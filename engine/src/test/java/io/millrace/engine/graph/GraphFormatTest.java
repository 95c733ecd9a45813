package io.millrace.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphFormatTest {
    @Test
    void drawsOneStageIfTheLayoutIsFused() {
        for (final GraphFormat format : GraphFormat.values()) {
            final String drawn = format.render(DrawnFlows.wide().plan(true), Map.of());
            assertThat(drawn).contains("main").doesNotContain("key-parts", "key-parts", "edge");
            assertThat(drawn).isEqualTo(format.render(DrawnFlows.wide().plan(true), Map.of()));
        }
    }
}
