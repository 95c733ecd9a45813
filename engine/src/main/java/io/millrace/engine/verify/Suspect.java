package io.millrace.engine.verify;

import io.millrace.engine.verify.Checkpoint.Pair;
import java.util.List;

/**
 * Finds out of two unequal checkpoints which step began: the first, in the order of the flow, that was given the same and
 * gave something else, or remembers something else.
 */
final class Suspect {
    private final Checkpoint one;
    private final Checkpoint other;
    private final List<Pair> pairs;

    Suspect(final Checkpoint one, final Checkpoint other) {
        this.one = one;
        this.other = other;
        this.pairs = one.differing(other);
    }

    List<String> steps() {
        return pairs.stream().map(pair -> pair.one().step()).distinct().toList();
    }

    /** The difference as far as it is known, if it is somewhere in a range of records. */
    Difference inRange(final String copies, final long firstSeq, final long lastSeq) {
        return new Difference(copies, firstSeq, lastSeq, null, "", "", "", steps());
    }

    /** The difference, found among these records. */
    Difference found(final String copies, final long firstSeq, final long lastSeq) {
        for (final Pair pair : pairs) {
            if (gotTheSame(pair.one().place()) && !isCutShort(pair)) {
                return new Difference(
                        copies,
                        firstSeq,
                        lastSeq,
                        pair.one().step(),
                        pair.one().describe(),
                        pair.one().value(),
                        pair.other().value(),
                        steps());
            }
        }
        return one.failure().equals(other.failure())
                ? inRange(copies, firstSeq, lastSeq)
                : failed(copies, firstSeq, lastSeq);
    }

    private Difference failed(final String copies, final long firstSeq, final long lastSeq) {
        final String step = one.failedStep().isEmpty() ? other.failedStep() : one.failedStep();
        return new Difference(
                copies,
                firstSeq,
                lastSeq,
                step.isEmpty() ? "?" : step,
                "how it ends",
                ended(one),
                ended(other),
                steps());
    }

    private static String ended(final Checkpoint copy) {
        return copy.failure().isEmpty() ? "no failure" : copy.failure();
    }

    private boolean gotTheSame(final int place) {
        return pairs.stream()
                .noneMatch(pair -> pair.one().place() == place && pair.one().port() == Mark.Port.IN);
    }

    /** A copy that failed did not do the rest of the record: nobody's fault but that of the step that failed. */
    private boolean isCutShort(final Pair pair) {
        if (one.failure().equals(other.failure())) {
            return false;
        }
        final Mark longer = one.failure().isEmpty() ? pair.one() : pair.other();
        final Mark shorter = one.failure().isEmpty() ? pair.other() : pair.one();
        return shorter.count() < longer.count()
                && (shorter.shown().equals("nothing") || longer.shown().startsWith(shorter.shown()));
    }
}
