package io.millrace.bench.guard;

import io.millrace.report.results.Ratio;

/**
 * What the judge says of one comparison.
 *
 * @param verdict what
 * @param ratio   what was measured; where nothing was, what is checked in
 * @param was     the checked-in ratio; 0 if there is none
 * @param reason  why it is not judged; empty if it is
 */
record Finding(Verdict verdict, Ratio ratio, double was, String reason) {

    /** What came out. */
    enum Verdict {
        /** As good as the checked-in one, or not so much worse that it is said to be lost. */
        HELD,
        /** More than a quarter worse. */
        LOST,
        /** There is nothing that it may be compared with. */
        NOT_JUDGED
    }

    boolean isLost() {
        return verdict == Verdict.LOST;
    }

    boolean isJudged() {
        return verdict != Verdict.NOT_JUDGED;
    }

    /** How it is called: heading and name. */
    String title() {
        return ratio.group() + ": " + ratio.name();
    }

    /** How much of the ratio is lost, in percent; negative if it has got better. */
    double lossPercent() {
        return 100 * Judge.loss(was, ratio);
    }
}
