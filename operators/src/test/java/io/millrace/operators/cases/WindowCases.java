package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** What is made of the items of windows. */
final class WindowCases {
    private static final String[] CFG = {
        "wait",
        "tumbling",
        "tumbling_min",
        "sliding",
        "sliding_min",
        "session_gap",
        "session_gap_min",
        "ordered",
        "fold",
        "reduce",
        "by",
        "key"
    };

    private WindowCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("collect_window", row -> configured(row, true, WindowCases::collect)),
                Kind.of("fold_window", row -> configured(row, true, w -> fold(w, row.cfg("fold")))),
                Kind.of("reduce_window", row -> configured(row, false, w -> reduce(w, row.cfg("reduce")))),
                Kind.of(
                        "max_window",
                        row -> configured(
                                row, false, w -> w.max(Words.byValue(row.cfg().get("by"))))),
                Kind.of(
                        "min_window",
                        row -> configured(
                                row, false, w -> w.min(Words.byValue(row.cfg().get("by"))))),
                Kind.of("count_window", row -> configured(row, false, Windowing::count)),
                Kind.like("fold_window (SystemClock.*), append", WindowCases::inSystemTime),
                Kind.like("collect_window,? ((?:tumbling|sliding|session) .*)", WindowCases::described),
                Kind.of("collect_window(into=...)", WindowCases::into),
                Kind.like("SlidingWindower id assignment; .*", (row, op) -> assignment(row)),
                Kind.like(
                        "SessionWindower\\(gap (-?\\d+)\\)",
                        (row, op) -> windower(row, () -> SessionWindow.of(seconds(op, 1)))),
                Kind.like(
                        "SlidingWindower\\(length (-?\\d+), offset (-?\\d+)\\)",
                        (row, op) -> windower(row, () -> SlidingWindow.of(seconds(op, 1), seconds(op, 2)))),
                Kind.like("merge scan over existing sessions, gap (\\d+) -> .*", WindowCases::neighbours));
    }

    private static Windowed<Object, ?> collect(final Windowing<Object> windowing) {
        return windowing.collect();
    }

    /** What is folded are the values; what is seen are their times too. */
    static Windowed<Object, ?> fold(final Windowing<Object> windowing, final Object words) {
        final BinaryOperator<Object> folder = Words.folder(words);
        final BinaryOperator<Object> merger = Words.merger(words);
        return windowing.fold(
                Cell.TYPE,
                (cell, item) -> cell.value = folder.apply(cell.value, Values.at(item, 1)),
                (cell, other) -> cell.value = merger.apply(cell.value, other.value));
    }

    private static Windowed<Object, ?> reduce(final Windowing<Object> windowing, final Object words) {
        final BinaryOperator<Object> reducer = Words.reducer(words);
        return windowing.reduce(
                (a, b) -> Values.list(Values.at(b, 0), reducer.apply(Values.at(a, 1), Values.at(b, 1))));
    }

    /** The case says in its configuration what the windows are, and gives all that goes in and comes out. */
    private static void configured(
            final Row row, final boolean usualOrder, final Function<Windowing<Object>, Windowed<Object, ?>> what) {
        row.knowsCfg(CFG);
        check(row, items(row), Cut.ofConfig(row, usualOrder), what);
    }

    private static List<Object> items(final Row row) {
        if (!row.has("minutes")) {
            return row.in();
        }
        final List<Object> minutes = row.list("minutes");
        final List<Object> items = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            items.add(Values.list(Values.whole(minutes.get(i)) * 60, i + 1L));
        }
        return items;
    }

    private static void inSystemTime(final Row row, final Matcher op) {
        final List<Object> items = new ArrayList<>();
        row.in().forEach(item -> items.add(Values.list(0L, item)));
        check(row, items, Cut.ofWords(op.group(1), true), windowing -> fold(windowing, "append"));
    }

    /** The case says in its op what the windows are; it goes step by step, or gives all that goes in and comes out. */
    private static void described(final Row row, final Matcher op) {
        final Cut cut = Cut.ofWords(op.group(1), true);
        if (row.has("steps")) {
            cut.orders().forEach(ordered -> WindowSteps.check(row, stream -> collect(cut.of(stream, ordered))));
        } else {
            check(row, row.in(), cut, WindowCases::collect);
        }
    }

    private static void check(
            final Row row,
            final List<Object> items,
            final Cut cut,
            final Function<Windowing<Object>, Windowed<Object, ?>> what) {
        final boolean withKeys = Values.listOf(items.get(0)).size() > 2;
        for (final boolean ordered : cut.orders()) {
            final Script script = new Script();
            items.forEach(item -> script.item(WindowPlay.item(item)));
            final List<Effect> effects = WindowPlay.run(script, stream -> what.apply(cut.of(stream, ordered)));
            final Map<Object, Object> out = row.map("out");
            if (out.containsKey("first_activation")) {
                final List<Effect> before = new ArrayList<>(effects);
                before.removeAll(Effect.at(script.end(), effects));
                outputs(Values.mapOf(out.get("first_activation")), before, withKeys);
                outputs(Values.mapOf(out.get("eof")), Effect.at(script.end(), effects), withKeys);
            } else {
                outputs(out, effects, withKeys);
            }
        }
    }

    /** Compares the outputs that are given. */
    private static void outputs(
            final Map<Object, Object> expected, final List<Effect> effects, final boolean withKeys) {
        expected.forEach((output, values) -> assertThat(WindowPlay.of((String) output, effects, withKeys))
                .as("%s", output)
                .isEqualTo(values));
    }

    /** Lists are collected; sets and maps are folded into. */
    private static void into(final Row row) {
        if (row.fails()) {
            Refused.check("collect_window(into=" + row.text("into") + ")");
            return;
        }
        final Script script = new Script();
        row.list("values").forEach(value -> script.item(WindowPlay.item(Values.list(0L, value))));
        final Cut cut = new Cut(Cut.tumbling(10), Duration.ZERO, List.of(true));
        final List<Effect> effects = WindowPlay.run(script, stream -> switch (row.text("into")) {
            case "list" -> collect(cut.of(stream, true));
            case "set" -> fold(cut.of(stream, true), "add to set");
            case "dict" -> fold(cut.of(stream, true), "put in map");
            default -> throw Words.unknown("collection", row.get("into"));
        });
        final Object expected =
                row.get("out") instanceof String set ? Words.items(set.replaceAll("[{}]", "")) : row.get("out");
        assertThat(WindowPlay.of(WindowPlay.DOWN, effects, false)).containsExactly(Values.list(0L, expected));
    }

    /** An item is in the windows that it makes close at the end of input. */
    private static void assignment(final Row row) {
        final Cut cut = new Cut(
                Cut.sliding(Values.number(row.get("length")), Values.number(row.get("offset"))),
                Cut.wait("max"),
                List.of(false));
        final List<Effect> effects = WindowPlay.run(
                new Script().item(WindowPlay.item(Values.list(row.get("t"), "item"))),
                stream -> collect(cut.of(stream, false)));
        assertThat(WindowPlay.of(WindowPlay.META, effects, false).stream()
                        .map(meta -> Values.at(meta, 0))
                        .toList())
                .isEqualTo(row.get("ids"));
    }

    private static Duration seconds(final Matcher op, final int group) {
        return Duration.ofSeconds(Long.parseLong(op.group(group)));
    }

    private static void windower(final Row row, final Supplier<Windower> made) {
        if (row.fails()) {
            assertThatThrownBy(made::get)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must");
        } else {
            assertThat(made.get()).isNotNull();
        }
    }

    /** Sessions of items at the bounds of those that the scan begins with. */
    private static void neighbours(final Row row, final Matcher op) {
        final Cut cut = new Cut(SessionWindow.of(seconds(op, 1)), Cut.wait("max"), List.of(false));
        final Script script = new Script();
        row.map("start")
                .values()
                .forEach(bounds ->
                        Values.listOf(bounds).forEach(t -> script.item(WindowPlay.item(Values.list(t, "item")))));
        final List<Effect> effects = WindowPlay.run(script, stream -> collect(cut.of(stream, false)));
        final Map<Object, Object> sessions = new LinkedHashMap<>();
        final Map<Object, Object> mergedIds = new LinkedHashMap<>();
        final List<Object> merges = new ArrayList<>();
        for (final Object meta : WindowPlay.of(WindowPlay.META, effects, false)) {
            final Object id = Values.at(meta, 0);
            final List<Object> merged = Values.listOf(Values.at(meta, 3));
            sessions.put(id, Values.list(Values.at(meta, 1), Values.at(meta, 2)));
            merged.forEach(other -> merges.add(Values.list(other, id)));
            if (!merged.isEmpty()) {
                mergedIds.put(id, merged);
            }
        }
        assertThat(sessions).isEqualTo(row.get("sessions"));
        assertThat(merges).isEqualTo(row.get("merges"));
        assertThat(mergedIds).isEqualTo(row.fields().getOrDefault("merged_ids", Map.of()));
    }
}
