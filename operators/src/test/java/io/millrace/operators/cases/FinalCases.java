package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Steps that give one item for each key, at the end of input. */
final class FinalCases {
    private FinalCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("count_final", FinalCases::count),
                Kind.of("reduce_final", row -> run(row, s -> s.reduceFinal("step", Words.reducer(row.cfg("reducer"))))),
                Kind.of("fold_final", FinalCases::fold),
                Kind.of("fold_final logic", FinalCases::foldLogic),
                Kind.of(
                        "max_final",
                        row -> run(
                                row, s -> s.maxFinal("step", Words.by(row.cfg().get("by"))))),
                Kind.of(
                        "min_final",
                        row -> run(
                                row, s -> s.minFinal("step", Words.by(row.cfg().get("by"))))),
                Kind.of(
                        "reduce_final over (min,max,sum,count) tuples, then format min/max/mean",
                        FinalCases::minMeanMax));
    }

    private static void run(final Row row, final Function<KeyedStream<Object>, KeyedStream<?>> part) {
        row.knowsCfg("by", "builder", "folder", "reducer");
        assertThat(Play.keyed(new Script().items(row.in()), part)).isEqualTo(row.get("out"));
    }

    private static void count(final Row row) {
        row.knowsCfg("key");
        final Function<Object, String> key = Words.key(row.cfg("key"));
        assertThat(Effect.of(
                        "out",
                        Play.run(
                                new Script().items(row.in()),
                                steps -> steps.pairs(
                                        "out",
                                        steps.input(0).keyByText("key", key).countFinal("step")))))
                .isEqualTo(row.get("out"));
    }

    private static void fold(final Row row) {
        final Object blank = blank(row.cfg("builder"));
        final BinaryOperator<Object> folder = Words.folder(row.cfg("folder"));
        run(
                row,
                s -> s.foldFinal(
                        "step",
                        Cell.TYPE,
                        (cell, item) -> cell.value = folder.apply(cell.value == null ? blank : cell.value, item)));
    }

    /** What an accumulator begins with. */
    private static Object blank(final Object words) {
        return switch ((String) words) {
            case "[]", "list" -> null; // our lists begin with nothing
            default -> Words.items((String) words).get(0);
        };
    }

    /** What a snapshot holds is what comes out at the end of an input that goes on from it. */
    private static void foldLogic(final Row row) {
        final Script script = new Script();
        final List<Object> results = new ArrayList<>();
        Object snapshot = null;
        for (final Object step : row.list("steps")) {
            final Row each = new Row(row.name(), Values.mapOf(step));
            if (each.has("on_item")) {
                script.item(Values.list("ALL", each.get("on_item")));
                results.add(each.get("folder_returns"));
            } else {
                snapshot = each.get("snapshot");
            }
        }
        assertThat(Play.keyed(
                        script,
                        s -> s.foldFinal(
                                "step",
                                Cell.TYPE,
                                (cell, item) -> cell.value = results.get(script.indexOf(Values.list("ALL", item))))))
                .containsExactly(Values.list("ALL", snapshot));
    }

    private static void minMeanMax(final Row row) {
        final Object[] out = Play.keyed(
                        new Script().items(row.in()),
                        s -> s.reduceFinal(
                                        "reduce",
                                        (a, b) -> Values.list(
                                                Math.min(number(a, 0), number(b, 0)),
                                                Math.max(number(a, 1), number(b, 1)),
                                                number(a, 2) + number(b, 2),
                                                Values.whole(Values.at(a, 3)) + Values.whole(Values.at(b, 3))))
                                .mapWithKey(
                                        "format",
                                        Values.CODEC,
                                        (key, all) -> key.text() + "=" + number(all, 0) + "/" + number(all, 1) + "/"
                                                + number(all, 2) / number(all, 3)))
                .stream()
                .map(pair -> Values.at(pair, 1))
                .toArray();
        assertThat(List.of(out)).isEqualTo(row.get("out"));
    }

    private static double number(final Object list, final int index) {
        return Values.number(Values.at(list, index));
    }
}
