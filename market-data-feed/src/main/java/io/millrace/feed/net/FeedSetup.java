package io.millrace.feed.net;

import io.millrace.feed.Venue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.util.BitSet;
import java.util.List;

/**
 * What a live feed is made of.
 *
 * <p>Thread: one. Allocation: for each decoder. Deterministic: yes.
 */
public final class FeedSetup {
    private final Venue venue;
    private final KnownInstruments instruments;
    private final FeedInputs inputs;
    private final List<ConnectionPlan> plans;
    private final URI rest;
    private final List<String> symbols;
    private final int depth;
    private final BitSet sessions = new BitSet();

    /**
     * @param instruments of the feed; those of {@code symbols} have their places
     * @param inputs      streams that the flow uses
     * @param plans       its connections
     * @param rest        where REST requests go
     * @param symbols     as the venue spells them
     * @param depth       levels of a side that books are to have, 0 for what is usual
     */
    public FeedSetup(
            final Venue venue,
            final KnownInstruments instruments,
            final FeedInputs inputs,
            final List<ConnectionPlan> plans,
            final URI rest,
            final List<String> symbols,
            final int depth) {
        this.venue = venue;
        this.instruments = instruments;
        this.inputs = inputs;
        this.plans = List.copyOf(plans);
        this.rest = rest;
        this.symbols = List.copyOf(symbols);
        this.depth = depth;
    }

    /** A decoder of its own for each session: some count messages. */
    FrameDecoder decoder(final FrameGate gate) {
        return venue.decoder(new FrameEvents(inputs, instruments, gate), instruments);
    }

    /** Number of a new session: the smallest one that is free; 0 is for REST. */
    int nextSession() {
        final int number = sessions.nextClearBit(1);
        sessions.set(number);
        return number;
    }

    /** A session is over. */
    void endSession(final int number) {
        sessions.clear(number);
    }

    Venue venue() {
        return venue;
    }

    KnownInstruments instruments() {
        return instruments;
    }

    List<ConnectionPlan> plans() {
        return plans;
    }

    URI rest() {
        return rest;
    }

    List<String> symbols() {
        return symbols;
    }

    int depth() {
        return depth;
    }

    BookRule bookRule() {
        return venue.book(depth).rule();
    }
}
