package io.millrace.feed.gate;

import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameKind;
import java.util.Arrays;

/**
 * The gate of one connection: sees what it brings, stream by stream, and asks the {@link Arbitration} that it shares with
 * others whether that has come already.
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: need not be.
 */
public final class ConnectionGate implements FrameGate {
    static final long NOT_AHEAD = 0;

    private static final int TRADES = StreamWatch.number(StreamKind.TRADES);
    private static final int QUOTES = StreamWatch.number(StreamKind.QUOTES);
    private static final int BOOK = StreamWatch.number(StreamKind.BOOK);
    private static final int MARKS = StreamWatch.number(StreamKind.MARKS);
    private static final int ANY = -1;
    private static final int NOT_READY = 0;

    private final Arbitration arbitration;
    private final int number;
    private final StreamWatch watch = new StreamWatch();
    private long[] aheadSince = new long[0];
    private boolean[] snapshots = new boolean[0];
    private int given = ANY;
    private long now;
    private int only = ANY;
    private boolean lostForAll;
    private int readied = NOT_READY;
    private boolean retiring;

    ConnectionGate(final Arbitration arbitration, final int number) {
        this.arbitration = arbitration;
        this.number = number;
    }

    /** From 1, in the order in which connections joined. */
    int number() {
        return number;
    }

    /** A frame was received. */
    public void begin(final long receiveTime) {
        now = receiveTime;
        given = ANY;
    }

    @Override
    public boolean trade(final int place, final long tradeId, final long exchangeTime) {
        watch.seen(place, TRADES, now);
        return arbitration.trade(this, place, tradeId, exchangeTime);
    }

    @Override
    public boolean quote(final int place, final long updateId, final long exchangeTime) {
        watch.seen(place, QUOTES, now);
        return arbitration.quote(this, place, updateId, exchangeTime);
    }

    @Override
    public boolean book(
            final int place, final boolean snapshot, final long firstId, final long lastId, final long previousId) {
        watch.seen(place, BOOK, now);
        final boolean passes = arbitration.book(this, place, snapshot, firstId, lastId, previousId);
        if (snapshot) {
            brought(place);
            given = passes ? place : given;
        }
        return passes;
    }

    private void brought(final int place) {
        if (place >= snapshots.length) {
            snapshots = Arrays.copyOf(snapshots, 2 * place + 1);
        }
        snapshots[place] = true;
    }

    @Override
    public boolean news(final int place, final FrameKind kind, final long exchangeTime) {
        if (kind != FrameKind.LIQUIDATION) {
            watch.seen(place, MARKS, now);
        }
        return arbitration.isLeader(this);
    }

    @Override
    public boolean carries(final int place) {
        return arbitration.isCarried(place)
                && (only == ANY || only == place)
                && (lostForAll || arbitration.needs(this, place));
    }

    /** Whether books come by it that no other connection has. */
    public boolean isNeeded() {
        return arbitration.needsAny(this);
    }

    /** Of what follows, until {@link #aboutAll}, only this book suffers. */
    public ConnectionGate about(final int place) {
        only = place;
        return this;
    }

    /** All books suffer again. */
    public void aboutAll() {
        only = ANY;
        lostForAll = false;
    }

    /** What follows, until {@link #aboutAll}, books suffer from even if other connections have them: all were affected. */
    public void aboutAllConnections() {
        lostForAll = true;
    }

    /** Books of the plan have missed something for certain: what comes next passes, and who keeps them finds that out. */
    public void forgetBooks() {
        arbitration.forgetBooks();
    }

    /** Whether a snapshot of a book has come by this connection. */
    public boolean hasBrought(final int place) {
        return place < snapshots.length && snapshots[place];
    }

    /** The last frame was too large to be given after all: if it held a snapshot, that has not come. */
    public void frameLost() {
        if (given != ANY) {
            arbitration.given(given, -1);
            given = ANY;
        }
    }

    /** When its streams have spoken. */
    public StreamWatch watch() {
        return watch;
    }

    /** All that it was asked for is on its way. */
    public void ready() {
        readied = arbitration.nextReady();
        arbitration.chooseLeader();
    }

    public boolean isReady() {
        return readied != NOT_READY;
    }

    /** Another connection is to take its place, or that came to nothing. */
    public void retiring(final boolean value) {
        retiring = value;
        arbitration.chooseLeader();
    }

    boolean isRetiring() {
        return retiring;
    }

    /** Whether it is a better leader than an older connection. */
    boolean isFitterThan(final ConnectionGate other) {
        if (isReady() != other.isReady()) {
            return isReady();
        }
        return retiring == other.retiring ? readied < other.readied : other.retiring;
    }

    /** The connection is gone. */
    public void leave() {
        arbitration.leave(this);
    }

    /** Whether it is the one that others follow, for what has no ids. */
    public boolean isLeader() {
        return arbitration.isLeader(this);
    }

    long aheadSince(final int place) {
        return place < aheadSince.length ? aheadSince[place] : NOT_AHEAD;
    }

    /** Is ahead of a book, with this frame at the latest; gives whether that has been so for too long. */
    boolean isAheadFor(final int place, final long patience) {
        if (place >= aheadSince.length) {
            aheadSince = Arrays.copyOf(aheadSince, 2 * place + 1);
        }
        if (aheadSince[place] == NOT_AHEAD) {
            aheadSince[place] = now;
            return false;
        }
        return now - aheadSince[place] > patience;
    }

    void caughtUp(final int place) {
        if (place < aheadSince.length) {
            aheadSince[place] = NOT_AHEAD;
        }
    }
}
