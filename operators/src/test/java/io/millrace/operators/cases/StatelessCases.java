package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.stage.StepException;
import io.millrace.operators.Branches;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Steps that know nothing but the item. */
final class StatelessCases {
    private StatelessCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("map", row -> plain(row, s -> s.map("step", Values.CODEC, Words.mapper(row.cfg("mapper"))))),
                Kind.of("map_value", row -> keyed(row, s -> s.map("step", Values.CODEC, mapper(row)))),
                Kind.of("flat_map", row -> plain(row, s -> flatMap(s, row))),
                Kind.of("flat_map_batch", row -> plain(row, s -> flatMap(s, row))),
                Kind.of("flat_map_value", row -> keyed(row, s -> flatMap(s, row))),
                Kind.of("filter", row -> plain(row, s -> s.filter("step", predicate(row)))),
                Kind.of("filter_value", row -> keyed(row, s -> s.filter("step", predicate(row)))),
                Kind.of("filter_map", row -> plain(row, s -> s.filterMap("step", Values.CODEC, optional(row)))),
                Kind.of("filter_map_value", row -> keyed(row, s -> s.filterMap("step", Values.CODEC, optional(row)))),
                Kind.of("flatten", row -> plain(row, s -> s.flatten("step", Values.CODEC, Values::listOf))),
                Kind.of("key_on", StatelessCases::keyOn),
                Kind.of("key_rm", row -> keyless(row)),
                Kind.of("branch", StatelessCases::branch),
                Kind.like("branch\\((\\w+)\\) \\+ inspect on both outputs", StatelessCases::branchSeen),
                Kind.of("merge", StatelessCases::merge),
                Kind.like("one stream referenced twice \\((.+), (.+)\\) then merge", StatelessCases::usedTwice),
                Kind.of("inspect", StatelessCases::inspect),
                Kind.of("inspect_debug", StatelessCases::inspectDebug),
                Kind.of("raises", StatelessCases::raises),
                Kind.like("map\\(map_dict_value\\('(\\w+)', (.+)\\)\\)", StatelessCases::mapField),
                Kind.of("redistribute", StatelessCases::redistribute),
                Kind.like("input\\.then\\(map, ?(.+)\\)\\.then\\(output\\)", StatelessCases::then));
    }

    private static Script script(final Row row) {
        return new Script().items(row.in());
    }

    private static void plain(final Row row, final Function<Stream<Object>, Stream<?>> part) {
        if (!Refused.ifWrong(row)) {
            row.knowsCfg("mapper", "predicate", "batch_size");
            assertThat(Play.stream(script(row), part)).isEqualTo(row.get("out"));
        }
    }

    private static void keyed(final Row row, final Function<KeyedStream<Object>, KeyedStream<?>> part) {
        if (!Refused.ifWrong(row)) {
            row.knowsCfg("mapper", "predicate", "batch_size");
            assertThat(Play.keyed(script(row), part)).isEqualTo(row.get("out"));
        }
    }

    private static Function<Object, Object> mapper(final Row row) {
        return Words.mapper(row.cfg("mapper"));
    }

    private static Predicate<Object> predicate(final Row row) {
        return Words.predicate(row.cfg("predicate"));
    }

    private static Function<Object, Object> optional(final Row row) {
        return Words.optional(row.cfg("mapper"));
    }

    private static Stream<Object> flatMap(final Stream<Object> stream, final Row row) {
        final Function<Object, List<Object>> parts = Words.parts(row.cfg("mapper"));
        return stream.flatMap(
                "step", Values.CODEC, (item, out) -> parts.apply(item).forEach(out::emit));
    }

    private static KeyedStream<Object> flatMap(final KeyedStream<Object> stream, final Row row) {
        final Function<Object, List<Object>> parts = Words.parts(row.cfg("mapper"));
        return stream.flatMap(
                "step", Values.CODEC, (item, out) -> parts.apply(item).forEach(out::emit));
    }

    private static void keyOn(final Row row) {
        if (Refused.ifWrong(row)) {
            return;
        }
        row.knowsCfg("key");
        final Function<Object, String> key = Words.key(row.cfg("key"));
        assertThat(Effect.of(
                        "out",
                        Play.run(
                                script(row),
                                steps -> steps.pairs("out", steps.input(0).keyByText("step", key)))))
                .isEqualTo(row.get("out"));
    }

    private static void keyless(final Row row) {
        if (Refused.ifWrong(row)) {
            return;
        }
        assertThat(Effect.of(
                        "out",
                        Play.run(
                                script(row),
                                steps -> steps.output("out", steps.keyed(0).values("step")))))
                .isEqualTo(row.get("out"));
    }

    private static void branch(final Row row) {
        if (Refused.ifWrong(row)) {
            return;
        }
        row.knowsCfg("predicate");
        final List<Effect> effects = Play.run(script(row), steps -> {
            final Branches<Stream<Object>> branches = steps.input(0).branch("step", predicate(row));
            steps.output("trues", branches.matched());
            steps.output("falses", branches.unmatched());
        });
        assertThat(Map.of("trues", Effect.of("trues", effects), "falses", Effect.of("falses", effects)))
                .isEqualTo(row.get("out"));
    }

    private static void branchSeen(final Row row, final Matcher op) {
        final List<Effect> effects = Play.run(script(row), steps -> {
            final Branches<Stream<Object>> branches = steps.input(0).branch("step", Words.predicate(op.group(1)));
            branches.matched().inspect("trues", item -> steps.note("seen", "trues " + item));
            branches.unmatched().inspect("falses", item -> steps.note("seen", "falses " + item));
        });
        assertThat(Effect.of("seen", effects)).isEqualTo(row.map("out").get("interleaved"));
    }

    private static void merge(final Row row) {
        if (row.fails()) {
            RunCases.refused(flow -> flow.merge("step", streams(0)), "has no streams");
            return;
        }
        final Script script = new Script();
        final List<Object> sides = new ArrayList<>(row.map("in").values());
        for (int side = 0; side < sides.size(); side++) {
            script.sideItems(side, Values.listOf(sides.get(side)));
        }
        assertThat(Effect.of("out", Play.run(script, steps -> {
                    final Stream<Object>[] streams = streams(sides.size());
                    for (int side = 0; side < streams.length; side++) {
                        streams[side] = steps.input(side);
                    }
                    steps.output("out", steps.flow().merge("step", streams));
                })))
                .isEqualTo(row.get("out"));
    }

    @SuppressWarnings("unchecked") // filled with streams of values only
    private static Stream<Object>[] streams(final int count) {
        return (Stream<Object>[]) new Stream<?>[count];
    }

    private static void usedTwice(final Row row, final Matcher op) {
        assertThat(Effect.of("out", Play.run(script(row), steps -> {
                    final Stream<Object> in = steps.input(0);
                    steps.output(
                            "out",
                            steps.flow()
                                    .merge(
                                            "step",
                                            in.map("a", Values.CODEC, Words.mapper(op.group(1))),
                                            in.map("b", Values.CODEC, Words.mapper(op.group(2)))));
                })))
                .isEqualTo(row.get("out"));
    }

    /** Who looks knows the item; the step's name is where it was told to look. */
    private static void inspect(final Row row) {
        row.knowsCfg("flow_id", "step_id");
        final String id = (String) row.cfg("step_id");
        final List<Effect> effects = Play.run(
                script(row),
                steps -> steps.output("out", steps.input(0).inspect(id, item -> steps.note("seen", item))));
        final List<Object> expected = Values.listOf(row.map("out").get("calls")).stream()
                .map(call -> Values.at(call, 1))
                .toList();
        assertThat(Effect.of("seen", effects)).isEqualTo(expected);
        assertThat(Effect.of("out", effects)).isEqualTo(row.in());
    }

    /** The peer's names of steps begin with the flow; its epochs begin with 1, our records with 0. */
    private static void inspectDebug(final Row row) {
        final List<Object> calls = Values.listOf(row.map("out").get("calls"));
        final String fullId = (String) Values.at(calls.get(0), 0);
        final String id = fullId.substring(fullId.indexOf('.') + 1);
        final List<Effect> effects = Play.run(
                script(row),
                steps -> steps.output(
                        "out",
                        steps.input(0)
                                .inspectDebug(
                                        id,
                                        (step, item, inputSeq, stage, part) -> steps.note(
                                                "seen",
                                                Values.list("test_df." + step, item, inputSeq + 1, (long) part)))));
        assertThat(Effect.of("seen", effects)).isEqualTo(calls);
        assertThat(Effect.of("out", effects)).isEqualTo(row.in());
    }

    private static void raises(final Row row) {
        assertThat(row.fails()).isTrue();
        assertThatThrownBy(() -> Play.run(script(row), steps -> steps.input(0).assertEmpty("step")))
                .hasCauseInstanceOf(StepException.class)
                .hasMessageContaining("step 'step'")
                .hasMessageContaining(String.valueOf(row.in().get(0)));
    }

    private static void mapField(final Row row, final Matcher op) {
        final Function<Object, Object> mapper = Words.mapper(op.group(2));
        assertThat(Play.stream(
                        script(row),
                        s -> s.map("step", Values.CODEC, item -> {
                            final Map<Object, Object> fields = Values.mapOf(item);
                            fields.computeIfPresent(op.group(1), (name, value) -> mapper.apply(value));
                            return fields;
                        })))
                .isEqualTo(row.get("out"));
    }

    private static void redistribute(final Row row) {
        row.knowsCfg("workers");
        final int workers = (int) Values.whole(row.cfg("workers"));
        assertThat(Play.stream(
                        script(row), s -> s.rebalance("workers", workers).map("step", Values.CODEC, item -> item)))
                .isEqualTo(row.get("out"));
    }

    private static void then(final Row row, final Matcher op) {
        assertThat(Play.stream(
                        script(row),
                        s -> s.then("part", in -> in.map("step", Values.CODEC, Words.mapper(op.group(1))))))
                .isEqualTo(row.get("out"));
    }
}
