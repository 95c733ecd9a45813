package io.millrace.feed.net;

import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.gate.Arbitration;
import io.millrace.feed.gate.ConnectionGate;
import io.millrace.feed.recording.SessionMark;
import io.millrace.operators.market.sbe.BookFault;
import java.util.ArrayList;
import java.util.List;

/**
 * One plan and the connections that carry it out: one, or two that bring the same. They share what has been given, so that
 * nothing comes twice, and books that others carry do not suffer when one is lost.
 *
 * <p>Thread: the network thread. Allocation: for each session. Deterministic: no.
 */
final class Line {
    private final int number;
    private final ConnectionPlan plan;
    private final FeedSetup setup;
    private final FeedMarks marks;
    private final FrameIntake intake;
    private final Dialer dialer;
    private final Runnable onReady;
    private final Arbitration arbitration;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private int outages;
    private boolean paused;
    private boolean closed;

    /**
     * @param number  of the plan
     * @param onReady called when a session is ready
     */
    Line(
            final int number,
            final FeedSetup setup,
            final FeedMarks marks,
            final FrameIntake intake,
            final Dialer dialer,
            final Runnable onReady) {
        this.number = number;
        this.plan = setup.plans().get(number);
        this.setup = setup;
        this.marks = marks;
        this.intake = intake;
        this.dialer = dialer;
        this.onReady = onReady;
        this.arbitration =
                new Arbitration(setup.bookRule(), dialer.config().patience().toNanos());
        for (final String symbol : plan.symbols()) {
            arbitration.carry(setup.instruments().expect(symbol));
        }
    }

    /** One more connection of the plan. */
    void add(final int connection, final Budget attempts) {
        connections.add(new Connection(connection, this, dialer, attempts, marks));
    }

    void open() {
        connections.forEach(Connection::open);
    }

    Session newSession(final Connection connection, final int connectionNumber) {
        final ConnectionGate gate = arbitration.join();
        final FrameOrigin origin =
                new FrameOrigin(setup.decoder(gate), gate, connectionNumber, number, setup.nextSession());
        final Session session = new Session(connection, plan, dialer, intake, origin);
        sessions.add(session);
        if (paused) {
            session.pause();
        }
        return session;
    }

    /** A session has all that it asked for. */
    void ready() {
        onReady.run();
    }

    /** A session is gone: the books that nobody else carries are not to be trusted. */
    void gone(final Session session) {
        sessions.remove(session);
        if (session.wasOpen() && !closed) {
            intake.ownUp(session.origin());
            marks.fault(session.origin(), BookFault.DISCONNECTED);
            intake.mark(session.origin(), SessionMark.DISCONNECTED);
        }
        session.origin().gate().leave();
        setup.endSession(session.origin().number());
        if (!isReady()) {
            outages++;
        }
    }

    /** Whether a session is ready. */
    boolean isReady() {
        return sessions.stream().anyMatch(session -> session.isOpen() && session.isReady());
    }

    /** How often there was no session that was ready: what was asked before may not fit what comes now. */
    int outages() {
        return outages;
    }

    /** The session to ask for the book of the instrument at a place, or null if none is ready. */
    Session speaker(final int place) {
        Session speaker = null;
        for (final Session session : sessions) {
            if (session.isOpen() && session.isReady()) {
                final ConnectionGate gate = session.origin().gate();
                if (gate.carries(place)) {
                    return session;
                }
                if (speaker == null || gate.isLeader()) {
                    speaker = session;
                }
            }
        }
        return speaker;
    }

    /** Whether the book of an instrument comes by it. */
    boolean carries(final String symbol) {
        return plan.symbols().contains(symbol);
    }

    ConnectionPlan plan() {
        return plan;
    }

    KnownInstruments instruments() {
        return setup.instruments();
    }

    Arbitration arbitration() {
        return arbitration;
    }

    /** Stops reading: there is no room. */
    void pause() {
        paused = true;
        sessions.forEach(Session::pause);
    }

    /** Reads again. */
    void proceed(final long now) {
        paused = false;
        sessions.forEach(session -> session.proceed(now));
    }

    void close() {
        closed = true;
        connections.forEach(Connection::close);
        List.copyOf(sessions).forEach(Session::close);
    }

    /** Sessions that are open or about to be. */
    List<Session> sessions() {
        return sessions;
    }
}
