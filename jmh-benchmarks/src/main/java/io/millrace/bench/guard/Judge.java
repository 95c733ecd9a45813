package io.millrace.bench.guard;

import io.millrace.report.results.Ratio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares ratios with those that are checked in.
 *
 * <p>Thread: any. Deterministic.
 */
final class Judge {
    /** What noise does not explain: a quarter. */
    static final double TOLERATED_LOSS = 0.25;

    private static final String END_OF_WORKLOAD = ";";

    private final Map<List<String>, Ratio> checkedIn = new LinkedHashMap<>();

    Judge(final List<Ratio> checkedIn) {
        checkedIn.forEach(ratio -> this.checkedIn.put(key(ratio), ratio));
    }

    /** Says what has become of one ratio. */
    Finding judge(final Ratio measured) {
        final Ratio was = checkedIn.get(key(measured));
        if (was == null) {
            return new Finding(Finding.Verdict.NOT_JUDGED, measured, 0, "not among the checked-in ratios");
        }
        if (was.meaning() != measured.meaning()) {
            return new Finding(
                    Finding.Verdict.NOT_JUDGED, measured, was.value(), "the checked-in one is the other way round");
        }
        if (!workload(was).equals(workload(measured))) {
            return new Finding(
                    Finding.Verdict.NOT_JUDGED,
                    measured,
                    was.value(),
                    "other work: here " + workload(measured) + ", checked in " + workload(was));
        }
        final boolean lost = loss(was.value(), measured) > TOLERATED_LOSS;
        return new Finding(lost ? Finding.Verdict.LOST : Finding.Verdict.HELD, measured, was.value(), "");
    }

    /** The checked-in ratios of a piece that it did not measure. */
    List<Finding> missing(final Piece piece, final List<Ratio> measured) {
        final Set<List<String>> seen = new HashSet<>();
        measured.forEach(ratio -> seen.add(key(ratio)));
        final List<Finding> missing = new ArrayList<>();
        checkedIn.forEach((key, ratio) -> {
            if (piece.guards(ratio) && !seen.contains(key)) {
                missing.add(new Finding(
                        Finding.Verdict.NOT_JUDGED, ratio, ratio.value(), "checked in, but no longer measured"));
            }
        });
        return missing;
    }

    /**
     * How much of a ratio is lost: of a speed what it is smaller by, of a cost what it is greater by, as shares of what it
     * was.
     */
    static double loss(final double was, final Ratio measured) {
        final double change = (measured.value() - was) / was;
        return measured.meaning() == Ratio.Meaning.SPEED ? -change : change;
    }

    /** Contexts begin with the workload; counts and versions that follow it may differ. */
    private static String workload(final Ratio ratio) {
        final int end = ratio.context().indexOf(END_OF_WORKLOAD);
        return end < 0 ? ratio.context() : ratio.context().substring(0, end);
    }

    private static List<String> key(final Ratio ratio) {
        return List.of(ratio.group(), ratio.name());
    }
}
