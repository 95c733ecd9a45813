package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Joins without windows. */
final class JoinCases {
    private static final String KEY = "ALL";

    private JoinCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.of("join", JoinCases::run),
                Kind.like("join state rows \\(\\d+ sides\\)", (row, op) -> rows(row)),
                Kind.like("join, \\d+ sides, one key, arrivals in order (.+) then EOF; .*", JoinCases::arrivals));
    }

    /** How a case describes a mode; what it leaves out is as usual, which is not the same in windows. */
    static JoinMode mode(final Object insert, final Object emit, final boolean windowed) {
        final JoinMode kept = switch (insert == null ? "last" : (String) insert) {
            case "first" -> JoinMode.first();
            case "last" -> JoinMode.last();
            case "product" -> JoinMode.product();
            default -> throw Words.unknown("insert mode", insert);
        };
        final String usual = windowed ? "final" : "complete";
        return switch (emit == null ? usual : (String) emit) {
            case "complete" -> kept.complete();
            case "final" -> kept.atEnd();
            case "running" -> kept.running();
            default -> throw Words.unknown("emit mode", emit);
        };
    }

    private static void run(final Row row) {
        if (Refused.ifWrong(row)) {
            return;
        }
        row.knowsCfg("insert", "emit", "defaults");
        final JoinMode mode = mode(row.cfg().get("insert"), row.cfg().get("emit"), false);
        final List<Object> sides = new ArrayList<>(row.map("in").values());
        final boolean keyed = isKeyed(sides);
        final Script script = new Script();
        for (int side = 0; side < sides.size(); side++) {
            script.sideItems(side, keyed ? Values.listOf(sides.get(side)) : paired(sides.get(side)));
        }
        final List<Object> out = Effect.of("out", Play.run(script, steps -> {
            final KeyedStream<?>[] streams = new KeyedStream<?>[sides.size()];
            for (int side = 0; side < streams.length; side++) {
                streams[side] = steps.keyed(side);
            }
            steps.pairs("out", steps.flow().join("step", mode, streams));
        }));
        assertThat(keyed ? out : values(out)).isEqualTo(row.get("out"));
    }

    private static boolean isKeyed(final List<Object> sides) {
        return sides.stream().flatMap(side -> Values.listOf(side).stream()).allMatch(List.class::isInstance);
    }

    private static List<Object> paired(final Object values) {
        return Values.listOf(values).stream()
                .map(value -> (Object) Values.list(KEY, value))
                .toList();
    }

    private static List<Object> values(final List<Object> pairs) {
        return pairs.stream().map(pair -> Values.at(pair, 1)).toList();
    }

    /** The rows that kept values make: those of a product, at the end. */
    private static void rows(final Row row) {
        final List<Object> sides = row.list("state");
        final Script script = new Script();
        for (int side = 0; side < sides.size(); side++) {
            for (final Object value : Values.listOf(sides.get(side))) {
                script.item(Values.list((long) side, value));
            }
        }
        final List<Effect> effects =
                playSides(script, sides.size(), JoinMode.product().atEnd());
        assertThat(values(Effect.of("out", effects))).isEqualTo(row.get("out"));
    }

    /** Values that are named after their side and place, each of which gives rows when it comes. */
    private static void arrivals(final Row row, final Matcher op) {
        final List<String> arrivals = List.of(op.group(1).split(" ", -1));
        final Script script = new Script();
        arrivals.forEach(arrival -> script.item(Values.list(side(arrival), arrival)));
        final List<Effect> effects = playSides(script, 2, mode(row.get("insert"), row.get("emit"), false));
        final Map<Object, Object> expected = row.map("out");
        for (int step = 0; step < arrivals.size(); step++) {
            assertThat(values(Effect.of("out", Effect.at(step, effects))))
                    .as(arrivals.get(step))
                    .isEqualTo(expected.getOrDefault(arrivals.get(step), List.of()));
        }
        assertThat(values(Effect.of("out", Effect.at(script.end(), effects))))
                .as("end of input")
                .isEqualTo(expected.getOrDefault("EOF", List.of()));
    }

    /** Number of the side of a value such as L1 or R2. */
    static long side(final String arrival) {
        return switch (arrival.charAt(0)) {
            case 'L' -> 0;
            case 'R' -> 1;
            default -> throw Words.unknown("side", arrival);
        };
    }

    /** Joins the values of one input, which are pairs of side and value. */
    private static List<Effect> playSides(final Script script, final int sides, final JoinMode mode) {
        return Play.run(script, steps -> {
            final Stream<Object> in = steps.input(0);
            final KeyedStream<?>[] streams = new KeyedStream<?>[sides];
            for (int side = 0; side < sides; side++) {
                streams[side] = side(in, side);
            }
            steps.pairs("out", steps.flow().join("step", mode, streams));
        });
    }

    private static KeyedStream<Object> side(final Stream<Object> in, final long side) {
        return in.filter("side-" + side, item -> Values.whole(Values.at(item, 0)) == side)
                .keyByText("key-" + side, item -> KEY)
                .map("value-" + side, Values.CODEC, item -> Values.at(item, 1));
    }

    /** A row as a list, with null where a side has nothing. */
    static Object plain(final JoinRow row) {
        final List<Object> values = new ArrayList<>();
        for (int side = 0; side < row.sides(); side++) {
            values.add(row.<Object>get(side));
        }
        return Values.list(values.toArray());
    }
}
