package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulFlatMapper;
import io.millrace.operators.StatefulLogic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Steps that remember something of each key. */
final class StatefulCases {
    private static final String KEY = "ALL";

    private StatefulCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("stateful_map", StatefulCases::map),
                Kind.of("stateful_map running count, all items in ONE batch", row -> run(row, StatefulCases::counting)),
                Kind.of("stateful_flat_map", StatefulCases::flatMap),
                Kind.of("stateful_flat_map logic", StatefulCases::flatMapLogic),
                Kind.of("stateful", StatefulCases::logic),
                Kind.of(
                        "stateful (emit (old,new), keep last)",
                        row -> run(row, s -> s.stateful("step", Cell.TYPE, Values.CODEC, StatefulCases::replace))),
                Kind.of(
                        "stateful_batch running sum per key",
                        row -> run(row, s -> s.stateful("step", Cell.TYPE, Values.CODEC, StatefulCases::sum))),
                Kind.of("stateful_batch timer", StatefulCases::timer));
    }

    private static void run(final Row row, final Function<KeyedStream<Object>, KeyedStream<?>> part) {
        assertThat(Play.keyed(new Script().items(row.in()), part)).isEqualTo(row.get("out"));
    }

    private static KeyedStream<Object> counting(final KeyedStream<Object> stream) {
        return stream.statefulMap("step", Cell.TYPE, Values.CODEC, mapper("running count"));
    }

    private static void map(final Row row) {
        if (!Refused.ifWrong(row)) {
            row.knowsCfg("mapper");
            run(row, s -> s.statefulMap("step", Cell.TYPE, Values.CODEC, mapper(row.cfg("mapper"))));
        }
    }

    private static BiFunction<Cell, Object, Object> mapper(final Object words) {
        return switch ((String) words) {
            case "append; if len>3 keep list[:-3]; emit mean" ->
                (cell, item) -> {
                    final List<Object> list = appended(cell, item);
                    final List<Object> kept = list.size() > 3 ? list.subList(0, list.size() - 3) : list;
                    cell.value = Values.list(kept.toArray());
                    return mean(kept);
                };
            case "mean of last 3" ->
                (cell, item) -> {
                    final List<Object> list = appended(cell, item);
                    final List<Object> kept = list.subList(Math.max(0, list.size() - 3), list.size());
                    cell.value = Values.list(kept.toArray());
                    return mean(kept);
                };
            case "running count" ->
                (cell, item) -> {
                    cell.value = cell.value == null ? 1L : Values.whole(cell.value) + 1;
                    return cell.value;
                };
            default -> throw Words.unknown("mapper with state", words);
        };
    }

    private static List<Object> appended(final Cell cell, final Object item) {
        final List<Object> list = cell.value == null ? new ArrayList<>() : Values.listOf(cell.value);
        list.add(item);
        return list;
    }

    private static double mean(final List<Object> numbers) {
        return numbers.stream().mapToDouble(Values::number).sum() / numbers.size();
    }

    private static void flatMap(final Row row) {
        if (!Refused.ifWrong(row)) {
            row.knowsCfg("mapper");
            run(row, s -> s.statefulFlatMap("step", Cell.TYPE, Values.CODEC, flatMapper(row.cfg("mapper"))));
        }
    }

    private static StatefulFlatMapper<Cell, Object, Object> flatMapper(final Object words) {
        if ("emit [new] if last is null or new>last, state=new".equals(words)) {
            return (cell, item, out) -> {
                if (cell.value == null || Values.number(item) > Values.number(cell.value)) {
                    out.emit(item);
                }
                cell.value = item;
            };
        }
        throw Words.unknown("mapper with state to several", words);
    }

    /** What a snapshot holds is what the next item of the key finds after it was read back. */
    private static void flatMapLogic(final Row row) {
        assertThat(row.cfg("mapper")).isEqualTo("returns ('new_state', null)");
        final Script script = new Script();
        row.in().forEach(item -> script.item(Values.list(KEY, item)));
        script.item(Values.list(KEY, "what is the state?"));
        assertThat(Play.keyed(
                        script,
                        s -> s.statefulFlatMap("step", Cell.TYPE, Values.CODEC, (cell, item, out) -> {
                            if (item.equals("what is the state?")) {
                                out.emit(cell.value);
                            }
                            cell.value = "new_state";
                        })))
                .containsExactly(Values.list(KEY, row.map("out").get("snapshot")));
    }

    /** Logic that emits what was there before and what is there now; input 1, 2, then it breaks off. */
    private static void logic(final Row row) {
        final Marking marking = new Marking(
                "DISCARD".equals(row.fields().get("after_item")),
                "DISCARD".equals(row.fields().get("after_notify")),
                Boolean.TRUE.equals(row.fields().get("item_triggers_notify")));
        final Script script = new Script();
        for (final Object item : List.of(1L, 2L)) {
            script.item(Values.list(KEY, item)).pause(Duration.ofNanos(1));
        }
        final List<Object> out =
                Play.keyed(script.abort(), s -> s.stateful("step", Cell.TYPE, Values.CODEC, marking)).stream()
                        .map(pair -> Values.at(pair, 1))
                        .toList();
        assertThat(out).isEqualTo(row.get("out"));
    }

    private record Marking(boolean discardsAfterItem, boolean discardsAfterTimer, boolean setsTimer)
            implements StatefulLogic<Cell, Object, Object, Object> {
        @Override
        public void onItem(final StatefulContext<Object, Object> context, final Cell state, final Object item) {
            mark(context, state, "ITEM", discardsAfterItem);
            if (setsTimer) {
                context.timerAt(context.now());
            }
        }

        @Override
        public void onTimer(final StatefulContext<Object, Object> context, final Cell state) {
            mark(context, state, "NOTIFY", discardsAfterTimer);
        }

        @Override
        public void onEnd(final StatefulContext<Object, Object> context, final Cell state) {
            mark(context, state, "EOF", false);
        }

        private static void mark(
                final StatefulContext<Object, Object> context,
                final Cell state,
                final String mark,
                final boolean discards) {
            context.emit(Values.list(context.isNew() ? "NEW" : state.value, mark));
            state.value = mark;
            if (discards) {
                context.discard();
            }
        }
    }

    private static void replace(final StatefulContext<Object, ?> context, final Cell state, final Object item) {
        context.emit(Values.list(state.value, item));
        state.value = item;
    }

    private static void sum(final StatefulContext<Object, ?> context, final Cell state, final Object item) {
        state.value = (state.value == null ? 0 : Values.whole(state.value)) + Values.whole(item);
        context.emit(state.value);
    }

    /** A timer that is asked for, or not asked for any more, by each item. */
    private static void timer(final Row row) {
        final Script script = new Script();
        boolean fires = false;
        for (final Object parsed : row.list("steps")) {
            final Row step = new Row(row.name(), Values.mapOf(parsed));
            if (step.has("item")) {
                script.item(Values.list(KEY, Values.list(step.get("item"), step.get("notify_at"))));
            } else {
                script.pause(Script.seconds(step.get("advance")));
                fires = switch (step.text("out")) {
                    case "on_notify IS called" -> true;
                    case "on_notify is NOT called" -> false;
                    default -> throw Words.unknown("outcome", step.get("out"));
                };
            }
        }
        final List<Object> out = Play.keyed(script, s -> s.stateful("step", Cell.TYPE, Values.CODEC, new Asked()));
        assertThat(out).hasSize(fires ? 1 : 0);
    }

    private static final class Asked implements StatefulLogic<Cell, Object, Object, Object> {
        @Override
        public void onItem(final StatefulContext<Object, Object> context, final Cell state, final Object item) {
            final Object after = Values.at(item, 1);
            if (after == null) {
                context.cancelTimer();
            } else {
                context.timerAfter(Script.seconds(Double.valueOf(after.toString())));
            }
        }

        @Override
        public void onTimer(final StatefulContext<Object, Object> context, final Cell state) {
            context.emit("called");
        }
    }
}
