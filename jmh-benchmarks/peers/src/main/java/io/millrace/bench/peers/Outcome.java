package io.millrace.bench.peers;

/**
 * What a peer has come to in one round.
 *
 * @param peer        whose it is
 * @param nanos       per trade, in the best repetition; 0 if there is no figure
 * @param repetitions how many there were
 * @param about       which version of what, how set up, on which JDK; or why there is no figure
 */
record Outcome(Peer peer, double nanos, int repetitions, String about) {

    static Outcome leftOut(final Peer peer, final String reason) {
        return new Outcome(peer, 0, 0, reason);
    }

    /** Whether it has done the whole job, rightly. */
    boolean counts() {
        return nanos > 0;
    }
}
