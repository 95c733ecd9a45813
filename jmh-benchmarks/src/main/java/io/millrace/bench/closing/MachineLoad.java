package io.millrace.bench.closing;

import java.util.Locale;
import java.util.Optional;

/**
 * Who else used the processors while it was measured.
 *
 * <p>Thread: any. Immutable.
 *
 * @param known          whether the platform tells
 * @param foreignPercent share of the processors' time that other processes took
 * @param stealPercent   share that the hypervisor gave to others
 */
public record MachineLoad(boolean known, double foreignPercent, double stealPercent) {
    /** The platform does not tell. */
    static final MachineLoad UNKNOWN = new MachineLoad(false, 0, 0);

    /** The system's own housekeeping stays below. */
    private static final double NOTICEABLE_FOREIGN = 3;

    private static final double NOTICEABLE_STEAL = 0.1;

    /** One sentence if figures are doubtful. */
    public Optional<String> warning() {
        return mark().map(shares -> "Meanwhile " + shares + ": what is lost may be theirs.");
    }

    /** Who took what, without an end, if figures are doubtful. */
    public Optional<String> mark() {
        if (!isForeignNoticeable() && !isStealNoticeable()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "other programs took %.1f %% of the processors' time and the hypervisor %.1f %%",
                foreignPercent,
                stealPercent));
    }

    /** Whether others worked so much that figures are doubtful. */
    boolean isForeignNoticeable() {
        return foreignPercent > NOTICEABLE_FOREIGN;
    }

    /** Whether the hypervisor took so much that figures are doubtful. */
    boolean isStealNoticeable() {
        return stealPercent > NOTICEABLE_STEAL;
    }
}
