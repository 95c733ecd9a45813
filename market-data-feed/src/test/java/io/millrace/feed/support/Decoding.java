package io.millrace.feed.support;

import io.millrace.feed.Venue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A decoder of a venue, whose events are kept as text. */
public final class Decoding {
    /** All streams are used. */
    public static final FeedInputs ALL = new FeedInputs(0, 1, 2, 3, 4, 5);

    private final Recorder recorder = new Recorder();
    private final KnownInstruments instruments;
    private final FrameDecoder decoder;

    public Decoding(final Venue venue) {
        this(venue, ALL);
    }

    public Decoding(final Venue venue, final FeedInputs inputs) {
        instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(0));
        decoder = venue.decoder(new FrameEvents(inputs, instruments, FrameGate.OPEN), instruments);
    }

    /** Instruments that the feed was asked for. */
    public Decoding expecting(final String... symbols) {
        for (final String symbol : symbols) {
            instruments.expect(symbol);
        }
        return this;
    }

    /** Decodes a frame; quotes in it may be single ones. */
    public FrameResult decode(final String frame) {
        return decode(frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public FrameResult decode(final byte[] frame) {
        recorder.clear();
        return Frames.decode(decoder, frame, recorder);
    }

    /** Events of the last frame. */
    public List<String> events() {
        return recorder.events();
    }

    /** Definitions of the last frame. */
    public List<String> definitions() {
        return recorder.definitions();
    }

    public FrameDecoder decoder() {
        return decoder;
    }

    public KnownInstruments instruments() {
        return instruments;
    }
}
