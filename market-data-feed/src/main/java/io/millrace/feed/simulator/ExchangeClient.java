package io.millrace.feed.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One client of an exchange: its session, and the line to it.
 *
 * <p>Thread: the exchange's. Allocation: none of its own per message. Deterministic: as far as its wire is.
 */
public final class ExchangeClient implements ClientLine {
    private static final String SUBSCRIBE = "subscribe";
    private static final String UNSUBSCRIBE = "unsubscribe";

    private final Exchange exchange;
    private final FaultyWire wire;
    private ClientSession session;

    ExchangeClient(final Exchange exchange, final Wire wire) {
        this.exchange = exchange;
        this.wire = new FaultyWire(wire, exchange.faults());
    }

    void begin(final ClientSession opened) {
        session = opened;
    }

    ClientSession session() {
        return session;
    }

    boolean hasRoom() {
        return wire.hasRoom();
    }

    /** The client sent a text. */
    public void said(final String text) {
        exchange.counts().requested();
        final String lower = text.toLowerCase(Locale.ROOT);
        final boolean subscribes = lower.contains(SUBSCRIBE) && !lower.contains(UNSUBSCRIBE);
        if (subscribes && exchange.faults().takes(Fault.REFUSAL)) {
            session.refuse(text);
        } else {
            session.said(text);
        }
        flush();
    }

    /** The client is gone. */
    public void gone() {
        exchange.gone(this);
    }

    @Override
    public void send(final FrameText message, final Spoken what, final TrueInstrument about) {
        if (isTaken(what)) {
            wire.send(message.bytes(), message.length(), false, what, about, now());
        }
    }

    @Override
    public void sendBinary(final byte[] bytes, final int length, final Spoken what, final TrueInstrument about) {
        if (isTaken(what)) {
            wire.send(bytes, length, true, what, about, now());
        }
    }

    private boolean isTaken(final Spoken what) {
        if (what == Spoken.ANSWER || what == Spoken.CONTROL) {
            return true;
        }
        if (!wire.hasRoom()) {
            // What was given since the last tick may be all there is.
            flush();
        }
        if (!wire.hasRoom()) {
            exchange.counts().skipped();
            return false;
        }
        exchange.counts().sent();
        return true;
    }

    @Override
    public void answer(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        wire.send(bytes, bytes.length, false, Spoken.ANSWER, null, now());
    }

    void flush() {
        wire.flush(now());
    }

    @Override
    public void close() {
        wire.close();
    }

    void drop() {
        wire.drop();
    }

    @Override
    public long now() {
        return exchange.now();
    }
}
