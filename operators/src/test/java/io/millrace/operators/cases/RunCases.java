package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** How flows are put together and run, and the source of scripted items. */
final class RunCases {
    private static final String MERGE_OF_A_LIST = "a list of streams is merged";

    private RunCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.like("map \\+1 over range\\((\\d+)\\)", RunCases::layouts),
                Kind.of("TestingSource", RunCases::script),
                Kind.of("dataflow construction / start-up", RunCases::wrongBuild));
    }

    /** The peer's entry points are our layouts; with several workers the order is not the case's business. */
    private static void layouts(final Row row, final Matcher op) {
        final Script script = new Script().items(Words.items("0.." + (Long.parseLong(op.group(1)) - 1)));
        final TestSink<Object, Object> sink = TestSink.immutable();
        final int workers = switch (row.text("entry")) {
            case "run_main" -> 0;
            case "cluster 1 worker" -> 1;
            case "cluster 2 workers" -> 2;
            default -> throw Words.unknown("entry", row.get("entry"));
        };
        new TestRun(flow -> {
                    final Stream<Object> in = flow.input("in", script.source(0).origin());
                    (workers == 0 ? in : in.rebalance("workers", workers))
                            .map("step", Values.CODEC, Words.mapper("+1"))
                            .output("out", sink);
                })
                .config(new RunConfig()
                        .layout(workers == 0 ? Layout.FUSED : Layout.THREADED)
                        .waitMode(WaitMode.YIELD)
                        .clock(script.time())
                        .check(true))
                .run();
        assertThat(sink.items())
                .containsExactlyInAnyOrderElementsOf(
                        Values.listOf(row.map("out").get("multiset")));
    }

    /** The borders of batches mean nothing to us: what counts are the items of each run. */
    private static void script(final Row row) {
        row.knowsCfg("batch_size");
        final Script script = new Script();
        final TestSource<Object> source = script.source(0);
        for (final Object item : row.in()) {
            if ("EOF".equals(item)) {
                source.end();
            } else if ("ABORT".equals(item)) {
                throw Words.unknown("sentinel without recovery", item);
            } else {
                source.item(item);
            }
        }
        final TestSink<Object, Object> sink = TestSink.immutable();
        final TestRun run =
                new TestRun(flow -> flow.input("in", source.origin()).output("out", sink)).time(script.time());
        final Map<Object, Object> out = row.map("out");
        run.run();
        assertThat(sink.items()).isEqualTo(joined(out.get("batches")));
        run.run();
        assertThat(sink.items()).isEqualTo(joined(out.getOrDefault("resumed_batches", List.of())));
    }

    private static List<Object> joined(final Object batches) {
        final List<Object> items = new ArrayList<>();
        Values.listOf(batches).forEach(batch -> items.addAll(Values.listOf(batch)));
        return items;
    }

    private static void wrongBuild(final Row row) {
        switch (row.text("do")) {
            case "run a flow with no input step" -> refused(flow -> {}, "has no input");
            case "run a flow with no output or inspect step" ->
                refused(flow -> input(flow).map("step", x -> x), "has no output: add an output or an inspect");
            case "step id '1.5'" -> refused(flow -> input(flow).map("1.5", x -> x), "no '.'");
            case "custom operator takes List[Stream]" -> listOfStreams(row);
            default -> Refused.check(row.text("do"));
        }
    }

    private static Stream<Object> input(final Dataflow flow) {
        return flow.input("in", new Script().source(0).origin());
    }

    /** Fails unless a flow is refused when it is built. */
    static void refused(final Consumer<Dataflow> definition, final String why) {
        assertThatThrownBy(() -> new TestRun(definition).run())
                .isInstanceOf(FlowException.class)
                .hasMessageContaining(why);
    }

    /** A stream knows which flow it belongs to, and no more: it may be used in any part of that one, and in no other. */
    private static void listOfStreams(final Row row) {
        assertThat(row.get("out")).isEqualTo(MERGE_OF_A_LIST);
        final Script script = new Script().item(1L);
        final List<Effect> effects = Play.run(script, steps -> {
            final Stream<Object> in = steps.input(0);
            final List<Stream<Object>> list = List.of(in, in);
            steps.output("out", in.then("part", s -> steps.flow().merge("step", list.get(0), list.get(1))));
        });
        assertThat(Effect.of("out", effects)).containsExactly(1L, 1L);
        final List<Stream<Object>> others = new ArrayList<>();
        new Flow("other", flow -> others.add(input(flow))).get();
        refused(flow -> flow.merge("step", input(flow), others.get(0)), "belongs to another flow");
    }
}
