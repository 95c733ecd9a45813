package io.millrace.feed.gate;

import io.millrace.operators.market.sbe.BookRule;
import java.util.Arrays;

/**
 * Books with ids: a message passes if it goes on where the book is, whoever brings it.
 *
 * <pre>
 *   follows the last one given                 ▶ passes
 *   ends at or before the last one given       ▶ old news, unless its own connection gave that: venues begin anew
 *   is ahead, and another connection is ready  ▶ left to that one, until all are ahead, or for as long as patience lasts
 *   is ahead, otherwise                        ▶ passes: whoever keeps the book sees the gap
 *   is a snapshot                              ▶ passes if asked for, if newer than the book, or of who gave last
 * </pre>
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: yes.
 */
final class NumberedBooks implements BookArbiter {
    private static final int NOBODY = 0;

    private final Arbitration arbitration;
    private final boolean chainsByPrevious;
    private final long patience;
    private long[] lastIds = new long[0];
    private int[] owners = new int[0];
    private boolean[] expected = new boolean[0];

    NumberedBooks(final Arbitration arbitration, final BookRule rule, final long patience) {
        this.arbitration = arbitration;
        this.chainsByPrevious = rule == BookRule.PREVIOUS_ID || rule == BookRule.ASKED_PREVIOUS_ID;
        this.patience = patience;
    }

    @Override
    public boolean passes(
            final ConnectionGate gate,
            final int place,
            final boolean snapshot,
            final long firstId,
            final long lastId,
            final long previousId) {
        if (place >= lastIds.length) {
            grow(2 * place + 1);
        }
        if (lastId < 0) {
            return arbitration.isLeader(gate);
        }
        final boolean passes = owners[place] == NOBODY
                || (snapshot ? isWanted(gate, place, lastId) : isNext(gate, place, firstId, lastId, previousId));
        if (passes) {
            given(gate, place, snapshot, lastId);
        }
        return passes;
    }

    private void grow(final int places) {
        lastIds = Arrays.copyOf(lastIds, places);
        owners = Arrays.copyOf(owners, places);
        expected = Arrays.copyOf(expected, places);
    }

    private boolean isWanted(final ConnectionGate gate, final int place, final long lastId) {
        return expected[place] || lastId > lastIds[place] || owners[place] == gate.number() || arbitration.isAlone();
    }

    private boolean isNext(
            final ConnectionGate gate, final int place, final long firstId, final long lastId, final long previousId) {
        final long last = lastIds[place];
        if (chainsByPrevious ? previousId == last : firstId <= last + 1 && lastId > last) {
            return true;
        }
        final boolean hasOther = arbitration.hasOther(gate);
        if (lastId <= last) {
            // A connection that is alone may repeat itself, and whoever keeps the book judges that.
            return owners[place] == gate.number() && !hasOther;
        }
        if (!hasOther || arbitration.areAllAhead(gate, place)) {
            return true;
        }
        return gate.isAheadFor(place, patience);
    }

    private void given(final ConnectionGate gate, final int place, final boolean snapshot, final long lastId) {
        lastIds[place] = lastId;
        owners[place] = gate.number();
        if (snapshot) {
            expected[place] = false;
        }
        if (!arbitration.isAlone()) {
            arbitration.nobodyIsAhead(place);
        }
    }

    @Override
    public boolean needs(final ConnectionGate gate, final int place) {
        return !arbitration.hasOther(gate);
    }

    @Override
    public void expectSnapshot(final int place) {
        if (place >= lastIds.length) {
            grow(2 * place + 1);
        }
        expected[place] = true;
    }

    @Override
    public void left(final ConnectionGate gate) {
        // The ids are the venue's, and go on.
    }

    @Override
    public void forget() {
        Arrays.fill(owners, NOBODY);
    }
}
