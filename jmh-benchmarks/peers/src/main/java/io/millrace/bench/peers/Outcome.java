package io.millrace.bench.peers;

/**
 * What a peer has come to in one round.
 *
 * @param peer        whose it is
 * @param here        whether it is installed
 * @param nanos       per trade, in the best repetition; 0 if there is no figure
 * @param repetitions how many there were
 * @param about       which version of what, how set up, on which JDK, what disturbed it; or why there is no figure
 */
record Outcome(Peer peer, boolean here, double nanos, int repetitions, String about) {

    static Outcome measured(final Peer peer, final double nanos, final int repetitions, final String about) {
        return new Outcome(peer, true, nanos, repetitions, about);
    }

    static Outcome failed(final Peer peer, final String reason) {
        return new Outcome(peer, true, 0, 0, reason);
    }

    static Outcome notHere(final Peer peer, final String reason) {
        return new Outcome(peer, false, 0, 0, reason);
    }

    /** Whether it has done the whole job, rightly. */
    boolean counts() {
        return nanos > 0;
    }

    /** Whether it should have and has not. */
    boolean hasFailed() {
        return here && !counts();
    }
}
