package io.millrace.feed.gate;

import java.util.Arrays;

/**
 * Books without ids: each comes by one connection at a time, its owner, since messages of two can't be put in one order.
 * Whoever brings a snapshot becomes the owner, if there is none, if the owner is about to be closed, or if a snapshot was
 * asked for of whoever has it. What others bring is dropped.
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: yes.
 */
final class UnnumberedBooks implements BookArbiter {
    private final Arbitration arbitration;
    private ConnectionGate[] owners = new ConnectionGate[0];

    UnnumberedBooks(final Arbitration arbitration) {
        this.arbitration = arbitration;
    }

    @Override
    public boolean passes(
            final ConnectionGate gate,
            final int place,
            final boolean snapshot,
            final long firstId,
            final long lastId,
            final long previousId) {
        final ConnectionGate owner = owner(place);
        if (snapshot && (owner == null || owner.isRetiring())) {
            owners[place] = gate;
            return true;
        }
        return owner == gate || owner == null && arbitration.isLeader(gate);
    }

    private ConnectionGate owner(final int place) {
        if (place >= owners.length) {
            owners = Arrays.copyOf(owners, 2 * place + 1);
        }
        return owners[place];
    }

    @Override
    public boolean needs(final ConnectionGate gate, final int place) {
        final ConnectionGate owner = owner(place);
        return owner == gate || owner == null && arbitration.isLeader(gate);
    }

    @Override
    public void expectSnapshot(final int place) {
        // It is asked of the owner, whose snapshots pass.
    }

    @Override
    public void left(final ConnectionGate gate) {
        for (int place = 0; place < owners.length; place++) {
            if (owners[place] == gate) {
                owners[place] = null;
            }
        }
    }

    @Override
    public void forget() {
        // Whose a book is does not depend on what it has missed.
    }
}
