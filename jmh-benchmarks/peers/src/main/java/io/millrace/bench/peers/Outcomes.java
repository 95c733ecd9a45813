package io.millrace.bench.peers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all peers have come to, round by round.
 *
 * <p>Thread: one.
 */
final class Outcomes {
    private final Work work;
    private final Map<Peer, List<Outcome>> measured = new EnumMap<>(Peer.class);
    private final Map<Peer, String> leftOut = new EnumMap<>(Peer.class);
    private boolean failed;

    Outcomes(final Work work) {
        this.work = work;
    }

    void add(final Outcome outcome) {
        if (outcome.counts()) {
            measured.computeIfAbsent(outcome.peer(), peer -> new ArrayList<>()).add(outcome);
        } else {
            leftOut.put(outcome.peer(), outcome.about());
            failed |= outcome.hasFailed();
        }
    }

    Work work() {
        return work;
    }

    /** Whether there is no figure of it: it is not here, it failed, or it came to something else in any round. */
    boolean isLeftOut(final Peer peer) {
        return leftOut.containsKey(peer);
    }

    /** Whether one that is here has failed, or has come to something else. */
    boolean hasFailures() {
        return failed;
    }

    /** Whether there are figures of it. */
    boolean has(final Peer peer) {
        return measured.containsKey(peer) && !isLeftOut(peer);
    }

    /** Its outcomes, by round. */
    List<Outcome> of(final Peer peer) {
        return measured.get(peer);
    }

    /** Names of those without figures, each with the reason. */
    Map<Peer, String> leftOut() {
        return leftOut;
    }

    /** For readers: who has no figure, and why. */
    String leftOutInWords() {
        return leftOut.isEmpty()
                ? "no peer is left out"
                : leftOut.entrySet().stream()
                        .map(entry -> entry.getKey().label() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ", "left out: ", ""));
    }
}
