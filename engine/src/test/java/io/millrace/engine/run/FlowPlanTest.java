package io.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowPlanTest {

    /** Can't be specialised. */
    static final class WithLambda implements Receiver<Long> {
        private final Receiver<Long> next;

        WithLambda(final StepContext context, final Receiver<Long> next) {
            this.next = next;
        }

        @Override
        public void onItem(final long key, final Long item) {
            final LongUnaryOperator plusOne = x -> x + 1;
            next.onItem(key, plusOne.applyAsLong(item));
        }
    }

    /** Can be. */
    static final class ToSink implements Receiver<Long> {
        private final Sink<Long> sink;

        ToSink(final SinkFactory<Long> factory, final StepContext context) {
            sink = context.open(factory);
            context.counter("items");
        }

        @Override
        public void onItem(final long key, final Long item) {
            sink.accept(item);
        }
    }

    private static final class Unopened implements Feed {
        @Override
        public String name() {
            return "unopened";
        }

        @Override
        public Source open(final SourceContext context) {
            throw new AssertionError("a source was opened");
        }
    }

    private static Graph graph() {
        final Graph graph = new Graph("planned");
        final Wire ticks = graph.input("ticks", new Origin<>(new Unopened(), "items", Codecs.INT64, null));
        final OperatorSpec odd = OperatorSpec.of(WithLambda.class, Scope.ITEM);
        final Wire mapped = graph.add("odd", "map", odd, ticks, false, Output.like(ticks, Codecs.INT64))
                .get(0);
        final SinkFactory<Long> unopened = context -> {
            throw new AssertionError("a sink was opened");
        };
        final OperatorSpec out = OperatorSpec.of(ToSink.class, Scope.STREAM, unopened);
        graph.add("out", "output", out, mapped.on(graph.thread("slow")), true);
        return graph;
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatCantBeSpecialisedAndOpensNothing(final Layout layout) {
        final FlowPlan plan = FlowPlan.of(FlowPlanTest::graph, layout);
        assertThat(plan.plan().stages()).hasSize(layout == Layout.FUSED ? 1 : 2);
        assertThat(plan.obstacles()).containsOnlyKeys(WithLambda.class.getName());
        assertThat(plan.obstacles().get(WithLambda.class.getName())).contains("lambda");
        assertThat(plan.draw(GraphFormat.DOT)).contains("WithLambda\\nnot specialised: it has a lambda");
    }

    @Test
    void saysWhatIsWrongWithAFlow() {
        assertThatThrownBy(() -> FlowPlan.of(() -> new Graph("empty"), Layout.FUSED))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("has no input");
    }
}
