package io.millrace.engine.run;

/** The live flow and its replica gave something else for the same input: a step is not deterministic. */
public final class DivergenceException extends RuntimeException {
    private final long inputSeq;
    private final String stepId;

    DivergenceException(final long inputSeq, final OutputPlace replica, final OutputPlace live, final String found) {
        super("output '" + replica.stepId() + "' is not what a replay gives: up to record " + inputSeq
                + " the live flow gave "
                + describe(live) + ", its replica " + describe(replica) + ". A step on the way to it is not"
                + " deterministic, so that a recovery would go on from another state: "
                + (found.isEmpty() ? "'verify' finds the step, if it shows again" : found));
        this.inputSeq = inputSeq;
        this.stepId = replica.stepId();
    }

    private static String describe(final OutputPlace place) {
        return place == null ? "nothing" : place.count() + " items (hash " + Long.toHexString(place.hash()) + ")";
    }

    /** The cut at which it was found. */
    public long inputSeq() {
        return inputSeq;
    }

    /** The output. */
    public String stepId() {
        return stepId;
    }
}
