package io.millrace.feed.gate;

import io.millrace.operators.market.sbe.BookRule;
import java.util.Arrays;

/**
 * What the connections of one plan have given, shared by their gates, so that nothing comes twice and nothing that one of
 * them brought is missing.
 *
 * <p>What has ids is given by whoever brings it first. What has none comes from the connection that leads: the one that
 * has been ready for longest and is not about to be closed. Books have rules of their own: {@link NumberedBooks}, {@link UnnumberedBooks}.
 *
 * <p>While there is one connection only, all that it brings passes, but for what another one brought before it went.
 *
 * <p>Thread: the one that decodes. Allocation: only when a connection joins, and for more instruments than ever before.
 * Deterministic: need not be; what passes is journaled.
 */
public final class Arbitration {
    private final FirstGiven trades = new FirstGiven();
    private final FirstGiven quotes = new FirstGiven();
    private final BookArbiter books;
    private ConnectionGate[] gates = new ConnectionGate[2];
    private int count;
    private int joined;
    private int readied;
    private ConnectionGate leader;
    private boolean[] carried = new boolean[0];
    private boolean carriesAllThatComes;
    private long[] snapshots = new long[0];

    /**
     * @param rule     how updates of books follow each other
     * @param patience how long an update that another connection has missed may be waited for, nanoseconds
     */
    public Arbitration(final BookRule rule, final long patience) {
        books = rule == BookRule.UNNUMBERED ? new UnnumberedBooks(this) : new NumberedBooks(this, rule, patience);
    }

    /** The book of the instrument at a place comes by this plan. */
    public Arbitration carry(final int place) {
        if (place >= carried.length) {
            carried = Arrays.copyOf(carried, place + 1);
        }
        carried[place] = true;
        return this;
    }

    /** It is not known which books come by this plan: those of which something has come. */
    public Arbitration carryAllThatComes() {
        carriesAllThatComes = true;
        return this;
    }

    /** A connection begins. */
    public ConnectionGate join() {
        if (count == gates.length) {
            gates = Arrays.copyOf(gates, 2 * count);
        }
        final ConnectionGate gate = new ConnectionGate(this, ++joined);
        gates[count++] = gate;
        chooseLeader();
        return gate;
    }

    /** A connection is gone. */
    void leave(final ConnectionGate gate) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (gates[i] != gate) {
                gates[kept++] = gates[i];
            }
        }
        Arrays.fill(gates, kept, count, null);
        count = kept;
        books.left(gate);
        if (count == 0) {
            quotes.forget();
            books.forget();
        }
        chooseLeader();
    }

    /** Number of the next connection that is ready. */
    int nextReady() {
        return ++readied;
    }

    /** Of those that are best, the one that was ready first. */
    void chooseLeader() {
        leader = null;
        for (int i = 0; i < count; i++) {
            if (leader == null || gates[i].isFitterThan(leader)) {
                leader = gates[i];
            }
        }
    }

    boolean isLeader(final ConnectionGate gate) {
        return gate == leader;
    }

    boolean isAlone() {
        return count == 1;
    }

    /** Whether a connection besides this one is ready. */
    boolean hasOther(final ConnectionGate gate) {
        for (int i = 0; i < count; i++) {
            if (gates[i] != gate && gates[i].isReady()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all connections besides this one that are ready are ahead of a book, too: nobody has what is missing. */
    boolean areAllAhead(final ConnectionGate gate, final int place) {
        for (int i = 0; i < count; i++) {
            if (gates[i] != gate && gates[i].isReady() && gates[i].aheadSince(place) == ConnectionGate.NOT_AHEAD) {
                return false;
            }
        }
        return true;
    }

    /** A book goes on: nobody is ahead of it any more. */
    void nobodyIsAhead(final int place) {
        for (int i = 0; i < count; i++) {
            gates[i].caughtUp(place);
        }
    }

    boolean trade(final ConnectionGate gate, final int place, final long id, final long time) {
        return id < 0 ? isLeader(gate) : trades.isNew(place, id, time, gate.number());
    }

    boolean quote(final ConnectionGate gate, final int place, final long id, final long time) {
        return id < 0 ? isLeader(gate) : quotes.isNew(place, id, time, gate.number());
    }

    boolean book(
            final ConnectionGate gate,
            final int place,
            final boolean snapshot,
            final long firstId,
            final long lastId,
            final long previousId) {
        if (carriesAllThatComes) {
            carry(place);
        }
        final boolean passes = books.passes(gate, place, snapshot, firstId, lastId, previousId);
        if (snapshot && passes) {
            given(place, 1);
        }
        return passes;
    }

    /** Snapshots of a book have been given, or were not after all. */
    void given(final int place, final int count) {
        if (place >= snapshots.length) {
            snapshots = Arrays.copyOf(snapshots, 2 * place + 1);
        }
        snapshots[place] += count;
    }

    /** Snapshots of a book that have been given, by whatever connection. */
    public long snapshots(final int place) {
        return place < snapshots.length ? snapshots[place] : 0;
    }

    boolean needsAny(final ConnectionGate gate) {
        for (int place = 0; place < carried.length; place++) {
            if (carried[place] && books.needs(gate, place)) {
                return true;
            }
        }
        return false;
    }

    boolean needs(final ConnectionGate gate, final int place) {
        return books.needs(gate, place);
    }

    boolean isCarried(final int place) {
        return place < carried.length && carried[place];
    }

    /** A snapshot of a book was asked for: the next one passes, whoever brings it. */
    public void expectSnapshot(final int place) {
        books.expectSnapshot(place);
    }

    /** What comes of books next passes. */
    void forgetBooks() {
        books.forget();
    }
}
