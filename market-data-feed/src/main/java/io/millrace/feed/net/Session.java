package io.millrace.feed.net;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.recording.SessionMark;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;

/**
 * One websocket to a venue, from the attempt to connect to its end: subscribes, adds up what the venue confirms, keeps
 * itself alive.
 *
 * <pre>
 *   connecting ──▶ open: subscribes ──▶ ready: all confirmed, or something came of a venue that confirms nothing
 *        │                │                   │
 *        └────────────────┴───────────────────┴──▶ gone
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each connection. Deterministic: no.
 */
final class Session {
    private final Connection connection;
    private final ConnectionPlan plan;
    private final Dialer dialer;
    private final FrameIntake intake;
    private final FrameOrigin origin;
    private Conversation conversation;
    private Channel channel;
    private final Trouble trouble = new Trouble();
    private boolean open;
    private boolean gone;
    private boolean paused;
    private long openedAt;

    Session(
            final Connection connection,
            final ConnectionPlan plan,
            final Dialer dialer,
            final FrameIntake intake,
            final FrameOrigin origin) {
        this.connection = connection;
        this.plan = plan;
        this.dialer = dialer;
        this.intake = intake;
        this.origin = origin;
    }

    void connect() {
        if (gone) {
            return;
        }
        final ChannelFuture attempt = dialer.dial(
                plan.uri(),
                pipeline -> WebSocketPipeline.add(pipeline, plan, dialer.config(), new ConnectionHandler(this)));
        channel = attempt.channel();
        attempt.addListener(done -> {
            if (!done.isSuccess()) {
                trouble(done.cause());
                lost();
            }
        });
    }

    /** The handshake is done. */
    void connected() {
        if (gone) {
            return;
        }
        open = true;
        openedAt = dialer.nanoTime();
        origin.decoder().begin();
        conversation = new Conversation(channel, plan, dialer, () -> gone);
        connection.connected(this);
        if (paused) {
            pause();
        }
        conversation.begin(this::checkConfirmations);
    }

    private void checkConfirmations() {
        if (!gone && !isReady()) {
            final Confirmations confirmations = conversation.confirmations();
            if (!confirmations.areComplete()) {
                connection.unconfirmed(confirmations.missing(), confirmations.expected());
            }
            ready();
        }
    }

    void frame(final ByteBuf frame, final boolean binary) {
        if (gone) {
            return;
        }
        final FrameResult result = intake.take(origin, frame, binary);
        switch (result) {
            case ACCEPTED -> conversation.confirmations().came(origin.decoder().confirmed());
            case TEST -> conversation.showLife();
            case SHUTDOWN -> connection.announced(this);
            default -> {
                // Nothing to do but what was done.
            }
        }
        if (!isReady() && conversation.confirmations().areComplete()) {
            ready();
        }
    }

    private void ready() {
        origin.gate().ready();
        intake.mark(origin, SessionMark.READY);
        connection.ready(this);
    }

    /** Another session is to take its place, or that came to nothing. */
    void retiring(final boolean value) {
        origin.gate().retiring(value);
        intake.mark(origin, value ? SessionMark.RETIRING : SessionMark.STAYING);
    }

    /** What is said to the venue; only of a session that is open. */
    Conversation conversation() {
        return conversation;
    }

    /** Has another connection take its place, if it is not about to. */
    void renew(final String why) {
        connection.renew(this, why);
    }

    /** Something went wrong with the connection, which will be lost for it. */
    void trouble(final Throwable cause) {
        trouble.add(cause);
    }

    /** Ends the connection, for a reason. */
    void drop(final String why) {
        trouble(new ConnectorException(why));
        close();
    }

    /** The venue answered the handshake with something else than a change of protocol. */
    void refused(final int status, final String phrase) {
        trouble(new ConnectorException("HTTP " + status + " " + phrase));
        connection.refused(this, status, phrase);
    }

    /** This code went wrong, not the connection. */
    void failed(final Throwable bug) {
        connection.failed(bug);
    }

    /** The connection is gone, or never came to be. */
    void lost() {
        if (gone) {
            return;
        }
        gone = true;
        connection.lost(this);
    }

    /** Whether nothing is read for want of room, which is no fault of the venue. */
    boolean isPaused() {
        return paused;
    }

    /** Stops reading; a handshake is still read to its end. */
    void pause() {
        paused = true;
        if (open) {
            channel.config().setAutoRead(false);
        }
    }

    /** Reads again. */
    void proceed(final long now) {
        paused = false;
        origin.gate().watch().restart(now);
        if (channel != null) {
            channel.config().setAutoRead(true);
        }
    }

    /** Ends the connection. Who waits for its end is told. */
    void close() {
        if (channel != null) {
            channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }

    boolean isOpen() {
        return open && !gone;
    }

    boolean wasOpen() {
        return open;
    }

    boolean isReady() {
        return origin.gate().isReady();
    }

    /** How long it has been open, nanoseconds. */
    long age() {
        return open ? dialer.nanoTime() - openedAt : 0;
    }

    /** Why it is gone. */
    Trouble reason() {
        return trouble;
    }

    FrameOrigin origin() {
        return origin;
    }
}
