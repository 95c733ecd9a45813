package io.millrace.bench.compare;

import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How often both sides of a contest take turns.
 *
 * <p>Thread: one.
 *
 * @param warmUps passes that don't count
 * @param passes  passes in one pair
 * @param pairs   pairs; an odd number has a median
 */
public record Rounds(int warmUps, int passes, int pairs) {

    /**
     * Measures a contest. The ratio is the median of the pairs', and the two sides' times are those of that very pair.
     *
     * @throws IllegalStateException if both sides' output differs
     */
    public Ratio measure(final Contest contest) {
        for (int pass = 0; pass < warmUps; pass++) {
            turns(contest, pass, new long[2]);
        }
        contest.verify();
        contest.warmedUp();
        final List<Pair> all = new ArrayList<>();
        for (int number = 0; number < pairs; number++) {
            final long[] nanos = new long[2];
            for (int pass = 0; pass < passes; pass++) {
                turns(contest, number + pass, nanos);
            }
            final double operations = (double) contest.operations() * passes;
            all.add(new Pair(nanos[0] / operations, nanos[1] / operations));
        }
        contest.verify();
        return ratio(contest, all);
    }

    /** Who comes first changes from pass to pass: the second finds caches and free pages as the first left them. */
    private static void turns(final Contest contest, final int pass, final long[] nanos) {
        contest.prepare();
        if ((pass & 1) == 0) {
            nanos[0] += contest.baseline();
            nanos[1] += contest.subject();
        } else {
            nanos[1] += contest.subject();
            nanos[0] += contest.baseline();
        }
    }

    private static Ratio ratio(final Contest contest, final List<Pair> all) {
        final Contest.Title title = contest.title();
        final ToDoubleFunction<Pair> value = isCost(title.target()) ? Pair::cost : Pair::speed;
        all.sort(Comparator.comparingDouble(value));
        final Pair median = all.get(all.size() / 2);
        return new Ratio(
                title.group(),
                title.name(),
                value.applyAsDouble(median),
                title.target(),
                new Ratio.Side(title.baseline(), median.baseline),
                new Ratio.Side(title.subject(), median.subject),
                all.size(),
                String.format(
                        Locale.ROOT,
                        "%s; pairs %.2f to %.2f; JDK %s",
                        contest.context(),
                        value.applyAsDouble(all.get(0)),
                        value.applyAsDouble(all.get(all.size() - 1)),
                        Runtime.version()));
    }

    /** Without a target a ratio tells the cost. */
    private static boolean isCost(final Target target) {
        return !target.isSet() || target.isUpperBound();
    }

    /** Both sides' nanoseconds per operation, one right after the other. */
    private record Pair(double baseline, double subject) {
        double cost() {
            return subject / baseline;
        }

        double speed() {
            return baseline / subject;
        }
    }
}
