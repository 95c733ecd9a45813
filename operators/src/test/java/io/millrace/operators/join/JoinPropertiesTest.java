package io.millrace.operators.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.RunConfig;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.join.Arrivals.Arrival;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Joins of random arrivals give what their definitions say, in every layout. */
class JoinPropertiesTest {
    private static final int TRIES = 120;

    @Provide
    Arbitrary<List<int[]>> numbers() {
        return Arbitraries.integers()
                .between(0, 1_000)
                .array(int[].class)
                .ofSize(4)
                .list()
                .ofMaxSize(40);
    }

    private static RunConfig other(final int parts) {
        return parts == 1 ? Runs.fused().specialize(true) : Runs.threaded(16).batchRecords(3);
    }

    @Property(tries = TRIES)
    void joinGivesTheRowsOfItsMode(
            @ForAll("numbers") final List<int[]> numbers,
            @ForAll @IntRange(min = 2, max = 4) final int sides,
            @ForAll final JoinMode.Insert insert,
            @ForAll final JoinMode.Emit emit,
            @ForAll final JoinMode.Rows rows,
            @ForAll final boolean textKeys,
            @ForAll @IntRange(min = 1, max = 3) final int parts) {
        final Arrivals arrivals = Arrivals.of(numbers, sides, 0);
        final JoinMode mode = new JoinMode(insert, emit, rows);
        final List<String> given = Arrivals.run(
                        (flow, out) -> flow.join(
                                        "join",
                                        mode,
                                        arrivals.sides(flow, sides, textKeys, parts)
                                                .toArray(KeyedStream<?>[]::new))
                                .output("out", out.sink(Arrivals::text)),
                        other(parts))
                .get("out");
        assertThat(given).isEqualTo(joined(arrivals, sides, mode, textKeys));
    }

    private static List<String> joined(
            final Arrivals arrivals, final int sides, final JoinMode mode, final boolean textKeys) {
        final List<String> expected = new ArrayList<>();
        final Map<Long, List<List<Arrival>>> kept = new TreeMap<>();
        for (final Arrival item : arrivals.items()) {
            final List<List<Arrival>> ofKey = kept.computeIfAbsent(item.key(), key -> nothing(sides));
            final List<Arrival> ofSide = ofKey.get(item.side());
            switch (mode.insert()) {
                case FIRST -> {
                    if (ofSide.isEmpty()) {
                        ofSide.add(item);
                    }
                }
                case LAST -> {
                    ofSide.clear();
                    ofSide.add(item);
                }
                default -> ofSide.add(item);
            }
            if (mode.emit() != JoinMode.Emit.FINAL && counts(ofKey, mode)) {
                expected.addAll(rows(ofKey));
                if (mode.emit() == JoinMode.Emit.COMPLETE) {
                    kept.remove(item.key());
                }
            }
        }
        if (mode.emit() == JoinMode.Emit.FINAL) {
            for (final long key : arrivals.keys(textKeys)) {
                if (counts(kept.get(key), mode)) {
                    expected.addAll(rows(kept.get(key)));
                }
            }
        }
        return expected;
    }

    private static List<List<Arrival>> nothing(final int sides) {
        final List<List<Arrival>> lists = new ArrayList<>();
        for (int side = 0; side < sides; side++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static boolean counts(final List<List<Arrival>> kept, final JoinMode mode) {
        final Predicate<List<Arrival>> has = side -> !side.isEmpty();
        return switch (mode.rows()) {
            case INNER -> kept.stream().allMatch(has);
            case LEFT -> has.test(kept.get(0));
            case RIGHT -> has.test(kept.get(kept.size() - 1));
            case FULL -> true;
            default -> mode.emit() != JoinMode.Emit.COMPLETE || kept.stream().allMatch(has);
        };
    }

    /** The cartesian product, the last side fastest. */
    private static List<String> rows(final List<List<Arrival>> kept) {
        List<List<String>> rows = List.of(List.of());
        for (final List<Arrival> side : kept) {
            final List<String> values = side.isEmpty()
                    ? List.of("–")
                    : side.stream().map(Arrival::toString).toList();
            final List<List<String>> longer = new ArrayList<>();
            for (final List<String> row : rows) {
                for (final String value : values) {
                    final List<String> more = new ArrayList<>(row);
                    more.add(value);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows.stream().map(List::toString).toList();
    }

    /** With a lateness that covers all disorder nothing is late, and matches follow from the times alone. */
    @Property(tries = TRIES)
    void asOfJoinGivesTheNewestRightItemAtOrBeforeEachLeftOne(
            @ForAll("numbers") final List<int[]> numbers,
            @ForAll @IntRange(min = 0, max = 20) final int disorder,
            @ForAll @IntRange(min = 0, max = 15) final int oldest,
            @ForAll final boolean textKeys,
            @ForAll @IntRange(min = 1, max = 3) final int parts) {
        final Arrivals arrivals = Arrivals.of(numbers, 2, disorder);
        final AsOf<Probe, Probe> asOf = AsOf.<Probe, Probe>by(probe -> probe.count, probe -> probe.count)
                .lateness(Duration.ofNanos(disorder + 1))
                .olderNotThan(Duration.ofNanos(oldest));
        final Map<String, List<String>> given = Arrivals.run(
                (flow, out) -> {
                    final List<KeyedStream<Probe>> sides = arrivals.sides(flow, 2, textKeys, parts);
                    final AsOfJoined<Probe, String> joined = sides.get(0)
                            .asOfJoin(
                                    "join",
                                    sides.get(1),
                                    asOf,
                                    Codecs.TEXT,
                                    (left, right) -> left.value + " " + right.value);
                    joined.matched().output("matched", out.sink());
                    joined.unmatched().output("unmatched", out.sink(probe -> Long.toString(probe.value)));
                    joined.late().output("late", out.sink());
                },
                other(parts));
        final List<String> matched = new ArrayList<>();
        final List<String> unmatched = new ArrayList<>();
        for (final Arrival left : arrivals.items()) {
            if (left.side() == 0) {
                final Arrival right = newest(arrivals, left);
                if (right == null || left.time() - right.time() > oldest) {
                    unmatched.add(left.toString());
                } else {
                    matched.add(left + " " + right);
                }
            }
        }
        assertThat(given.get("matched")).containsExactlyInAnyOrderElementsOf(matched);
        assertThat(given.get("unmatched")).containsExactlyInAnyOrderElementsOf(unmatched);
        assertThat(given.get("late")).isEmpty();
    }

    private static Arrival newest(final Arrivals arrivals, final Arrival left) {
        Arrival newest = null;
        for (final Arrival right : arrivals.items()) {
            if (right.side() == 1
                    && right.key() == left.key()
                    && right.time() <= left.time()
                    && (newest == null || right.time() >= newest.time())) {
                newest = right;
            }
        }
        return newest;
    }

    /** Without lateness, a left item meets what has come so far. */
    @Property(tries = TRIES)
    void asOfJoinWithoutLatenessAnswersAtOnce(
            @ForAll("numbers") final List<int[]> numbers,
            @ForAll @IntRange(min = 0, max = 20) final int disorder,
            @ForAll @IntRange(min = 1, max = 3) final int parts) {
        final Arrivals arrivals = Arrivals.of(numbers, 2, disorder);
        final AsOf<Probe, Probe> asOf = AsOf.by(probe -> probe.count, probe -> probe.count);
        final Map<String, List<String>> given = Arrivals.run(
                (flow, out) -> {
                    final List<KeyedStream<Probe>> sides = arrivals.sides(flow, 2, false, parts);
                    final AsOfJoined<Probe, Pair> joined = sides.get(0)
                            .asOfJoin(
                                    "join",
                                    sides.get(1),
                                    asOf,
                                    Pair.TYPE,
                                    (left, right, pair) -> pair.text = left.value + " " + right.value);
                    flow.merge(
                                    "all",
                                    joined.matched().map("matched", Codecs.TEXT, Pair::toString),
                                    joined.unmatched().map("unmatched", Codecs.TEXT, left -> left.value + " –"),
                                    joined.late().map("late", Codecs.TEXT, left -> left.item().value + " late"))
                            .output("out", out.sink());
                },
                other(parts));
        final List<String> expected = new ArrayList<>();
        final Map<Long, Long> lead = new TreeMap<>();
        final Map<Long, Arrival> current = new TreeMap<>();
        for (final Arrival item : arrivals.items()) {
            lead.merge(item.key(), item.time() - item.stage(), Math::max);
            final Arrival right = current.get(item.key());
            if (item.side() == 1) {
                if (right == null || item.time() >= right.time()) {
                    current.put(item.key(), item);
                }
            } else if (item.time() < item.stage() + lead.get(item.key())) {
                expected.add(item + " late");
            } else {
                expected.add(item + " " + (right == null ? "–" : right));
            }
        }
        assertThat(given.get("out")).isEqualTo(expected);
    }

    @Property(tries = TRIES)
    void intervalJoinPairsAllThatAreNear(
            @ForAll("numbers") final List<int[]> numbers,
            @ForAll @IntRange(min = 0, max = 20) final int disorder,
            @ForAll @IntRange(min = 0, max = 20) final int lateness,
            @ForAll @IntRange(min = -5, max = 10) final int before,
            @ForAll @IntRange(min = 5, max = 10) final int after,
            @ForAll final boolean textKeys,
            @ForAll @IntRange(min = 1, max = 3) final int parts) {
        final Arrivals arrivals = Arrivals.of(numbers, 2, disorder);
        final Interval<Probe, Probe> interval = Interval.<Probe, Probe>of(probe -> probe.count, probe -> probe.count)
                .before(Duration.ofNanos(before))
                .after(Duration.ofNanos(after))
                .lateness(Duration.ofNanos(lateness));
        final Map<String, List<String>> given = Arrivals.run(
                (flow, out) -> {
                    final List<KeyedStream<Probe>> sides = arrivals.sides(flow, 2, textKeys, parts);
                    final IntervalJoined<Probe, Probe, String> joined = sides.get(0)
                            .intervalJoin(
                                    "join",
                                    sides.get(1),
                                    interval,
                                    Codecs.TEXT,
                                    (left, right) -> left.value + " " + right.value);
                    joined.matched().output("matched", out.sink());
                    joined.lateLeft().output("lateLeft", out.sink(late -> Long.toString(late.item().value)));
                    joined.lateRight().output("lateRight", out.sink(late -> Long.toString(late.item().value)));
                },
                other(parts));
        final List<String> matched = new ArrayList<>();
        final List<List<String>> late = List.of(new ArrayList<>(), new ArrayList<>());
        final Map<Long, Long> lead = new TreeMap<>();
        final List<Arrival> kept = new ArrayList<>();
        for (final Arrival item : arrivals.items()) {
            lead.merge(item.key(), item.time() - lateness - item.stage(), Math::max);
            if (item.time() < item.stage() + lead.get(item.key())) {
                late.get(item.side()).add(item.toString());
                continue;
            }
            kept.stream()
                    .filter(other -> other.side() != item.side() && other.key() == item.key())
                    .filter(other -> {
                        final long ahead = item.side() == 0 ? other.time() - item.time() : item.time() - other.time();
                        return -before <= ahead && ahead <= after;
                    })
                    .sorted(Comparator.comparingLong(Arrival::time))
                    .forEach(other -> matched.add(item.side() == 0 ? item + " " + other : other + " " + item));
            kept.add(item);
        }
        assertThat(given.get("matched")).isEqualTo(matched);
        assertThat(given.get("lateLeft")).isEqualTo(late.get(0));
        assertThat(given.get("lateRight")).isEqualTo(late.get(1));
    }
}
