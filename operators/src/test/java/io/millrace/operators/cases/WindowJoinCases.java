package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowed;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Joins in windows. */
final class WindowJoinCases {
    private static final String KEY = "ALL";

    /** Of cases whose op gives the day that windows are aligned to, which must be the one that all is counted from. */
    private static final String ALIGNED = ", align 2023-01-01T00Z";

    private WindowJoinCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("join_window", WindowJoinCases::run),
                Kind.like("join_window (.*), (\\w+)/(\\w+)" + ALIGNED, WindowJoinCases::described),
                Kind.like("join_window inside ONE window, arrivals (.+) then window close", WindowJoinCases::oneWindow),
                Kind.like("join_window, ([^;]*); arrivals ([^(]+) \\(.*\\)", WindowJoinCases::arrivals));
    }

    private static WindowJoin join(final Cut cut, final JoinMode mode, final boolean ordered) {
        return WindowJoin.in(cut.windower()).lateness(cut.lateness()).mode(mode).ordered(ordered);
    }

    private static void run(final Row row) {
        row.knowsCfg("wait", "tumbling", "sliding", "session_gap", "ordered", "insert", "emit", "defaults");
        final Cut cut = Cut.ofConfig(row, true);
        final JoinMode mode = JoinCases.mode(row.cfg().get("insert"), row.cfg().get("emit"), true);
        sides(row, join(cut, mode, cut.orders().get(0)));
    }

    private static void described(final Row row, final Matcher op) {
        final Cut cut = Cut.ofWords(op.group(1), true);
        sides(row, join(cut, JoinCases.mode(op.group(2), op.group(3), true), true));
    }

    /** Each side is an input of its own; they give one item each in turn. */
    private static void sides(final Row row, final WindowJoin join) {
        final List<Object> sides = new ArrayList<>(row.map("in").values());
        final Script script = new Script();
        boolean withKeys = false;
        for (int side = 0; side < sides.size(); side++) {
            final List<Object> items = new ArrayList<>();
            for (final Object item : Values.listOf(sides.get(side))) {
                withKeys |= Values.listOf(item).size() > 2;
                items.add(withSeconds(WindowPlay.item(item)));
            }
            script.sideItems(side, items);
        }
        final List<Effect> effects = Play.run(script, steps -> {
            final JoinSide<?>[] streams = new JoinSide<?>[sides.size()];
            for (int side = 0; side < streams.length; side++) {
                streams[side] = side(steps.keyed(side));
            }
            outputs(steps, steps.flow().joinWindow("step", join, streams));
        });
        for (final Map.Entry<Object, Object> output : row.map("out").entrySet()) {
            assertThat(withKeys ? flat(output.getKey(), effects) : rows(output.getKey(), effects))
                    .isEqualTo(output.getValue());
        }
    }

    /** A time of the calendar as seconds since the one that cases count from. */
    private static Object withSeconds(final Object pair) {
        final Object time = Values.at(Values.at(pair, 1), 0);
        if (!(time instanceof String text)) {
            return pair;
        }
        final long seconds = LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC) - Script.ORIGIN / 1_000_000_000L;
        return Values.list(Values.at(pair, 0), Values.list(seconds, Values.at(Values.at(pair, 1), 1)));
    }

    private static JoinSide<Object> side(final KeyedStream<Object> stream) {
        return JoinSide.of(stream, item -> Script.at(Values.at(item, 0)));
    }

    private static void outputs(final Play.Steps steps, final Windowed<JoinRow, JoinRow> windowed) {
        steps.pairs(WindowPlay.DOWN, windowed.closed(), WindowJoinCases::plain);
        steps.pairs(WindowPlay.META, windowed.meta());
    }

    /** A row with its window; the items are pairs of time and value, of which the value is seen. */
    private static Object plain(final Object row) {
        final JoinRow joined = (JoinRow) row;
        final List<Object> values = new ArrayList<>();
        for (int side = 0; side < joined.sides(); side++) {
            values.add(joined.has(side) ? Values.at(joined.get(side), 1) : null);
        }
        return Values.list(joined.window(), Values.list(values.toArray()));
    }

    /** Rows of one key, without window. */
    private static List<Object> rows(final Object output, final List<Effect> effects) {
        return WindowPlay.of((String) output, effects, false).stream()
                .map(value -> WindowPlay.DOWN.equals(output) ? Values.at(value, 1) : value)
                .toList();
    }

    private static List<Object> flat(final Object output, final List<Effect> effects) {
        return WindowPlay.of((String) output, effects, true);
    }

    /** Values that are named after their side and place, all of one time, each of which gives rows when it comes. */
    private static void oneWindow(final Row row, final Matcher op) {
        final Cut cut = new Cut(Cut.tumbling(10), Cut.wait("max"), List.of(false));
        final List<String> arrivals = List.of(op.group(1).split(" ", -1));
        final List<Effect> effects = play(arrivals, row, cut);
        final Map<Object, Object> expected = row.map("out");
        for (int step = 0; step <= arrivals.size(); step++) {
            final String arrival = step == arrivals.size() ? "CLOSE" : arrivals.get(step);
            assertThat(rows(WindowPlay.DOWN, Effect.at(step, effects)))
                    .as(arrival)
                    .isEqualTo(expected.getOrDefault(arrival, List.of()));
        }
    }

    /** Values that are named after their side and time, in windows that need not be one; rows have the window's id. */
    private static void arrivals(final Row row, final Matcher op) {
        final Cut cut = Cut.ofWords(op.group(1), true);
        final List<String> arrivals = List.of(op.group(2).split(", ", -1));
        final List<Effect> effects = play(arrivals, row, cut);
        final Map<Object, Object> expected = row.map("out");
        for (int step = 0; step <= arrivals.size(); step++) {
            final String arrival = step == arrivals.size() ? "EOF" : arrivals.get(step);
            assertThat(WindowPlay.of(WindowPlay.DOWN, Effect.at(step, effects), false))
                    .as(arrival)
                    .isEqualTo(expected.getOrDefault(arrival, List.of()));
        }
        assertThat(WindowPlay.of(WindowPlay.META, effects, false)).isEqualTo(row.get("meta"));
    }

    private static List<Effect> play(final List<String> arrivals, final Row row, final Cut cut) {
        final JoinMode mode = JoinCases.mode(row.get("insert"), row.get("emit"), true);
        final Script script = new Script();
        for (final String arrival : arrivals) {
            final int at = arrival.indexOf('@');
            final long time = at < 0 ? 0 : Long.parseLong(arrival.substring(at + 1));
            script.item(Values.list(JoinCases.side(arrival), Values.list(time, arrival)));
        }
        final WindowJoin join = join(cut, mode, cut.orders().get(0));
        return Play.run(script, steps -> {
            final Stream<Object> in = steps.input(0);
            outputs(steps, steps.flow().joinWindow("step", join, side(of(in, 0)), side(of(in, 1))));
        });
    }

    private static KeyedStream<Object> of(final Stream<Object> in, final long side) {
        return in.filter("side-" + side, item -> Values.whole(Values.at(item, 0)) == side)
                .keyByText("key-" + side, item -> KEY)
                .map("value-" + side, Values.CODEC, item -> Values.at(item, 1));
    }
}
