package io.millrace.feed.simulator;

import io.millrace.feed.simulator.ClientLine.Spoken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A client of a venue that sends snapshots of books in band: which channels of which instruments it has subscribed to, and which
 * books it is to get whole with the next report. What is said, and in which words, is the venue's.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
public abstract class InBandSession implements ClientSession {
    private static final char BETWEEN = ' ';

    /** To the client. */
    protected final ClientLine line;

    /** What the client may subscribe to. */
    protected final TrueMarket market;

    /** For one message after another. */
    protected final FrameText text = new FrameText();

    private final String bookChannel;
    private final Set<String> streams = new LinkedHashSet<>();
    private final Set<TrueInstrument> due = new HashSet<>();
    private final Set<TrueInstrument> spoilt = new HashSet<>();

    /** @param bookChannel name of the channel of books */
    protected InBandSession(final String bookChannel, final TrueMarket market, final ClientLine line) {
        this.bookChannel = bookChannel;
        this.market = market;
        this.line = line;
    }

    /** How deep the client's book of an instrument is; 0 for all. */
    protected abstract int depth(TrueInstrument of);

    /** Spells a book as a whole. */
    protected abstract FrameText snapshot(TrueInstrument of, BookView view);

    /** Spells the changes of a book with the last report. */
    protected abstract FrameText update(TrueInstrument of, BookView view);

    /**
     * Answers what the client says.
     *
     * @param refuses whether a subscription is to be refused
     */
    protected abstract void answer(String said, boolean refuses);

    @Override
    public final void said(final String said) {
        answer(said, false);
    }

    @Override
    public final void refuse(final String said) {
        answer(said, true);
    }

    @Override
    public final int streams() {
        return streams.size();
    }

    /** Adds a stream; a book will come with the next report. Gives whether there is such an instrument. */
    protected final boolean subscribe(final String channel, final String symbol) {
        final TrueInstrument instrument = market.find(symbol);
        if (instrument == null) {
            return false;
        }
        streams.add(channel + BETWEEN + symbol);
        if (channel.equals(bookChannel)) {
            due.add(instrument);
        }
        return true;
    }

    /** Adds a stream that is not about one instrument. */
    protected final void subscribe(final String channel) {
        streams.add(channel);
    }

    protected final void unsubscribe(final String channel, final String symbol) {
        streams.remove(channel + BETWEEN + symbol);
    }

    protected final boolean has(final String channel) {
        return streams.contains(channel);
    }

    protected final boolean has(final String channel, final TrueInstrument of) {
        return streams.contains(channel + BETWEEN + of.symbol());
    }

    /** Instruments of which the client has a channel. */
    protected final List<String> symbols(final String channel) {
        final List<String> symbols = new ArrayList<>();
        final String head = channel + BETWEEN;
        for (final String stream : streams) {
            if (stream.startsWith(head)) {
                symbols.add(stream.substring(head.length()));
            }
        }
        return symbols;
    }

    @Override
    public final void book(final TrueInstrument instrument) {
        if (!has(bookChannel, instrument)) {
            return;
        }
        final BookView view = instrument.view(depth(instrument));
        if (due.remove(instrument)) {
            line.send(snapshot(instrument, view), Spoken.SNAPSHOT, instrument);
        } else if (view.hasChanges()) {
            line.send(update(instrument, view), Spoken.BOOK, instrument);
        }
    }

    @Override
    public void reset(final TrueInstrument instrument) {
        due.add(instrument);
    }

    /** The next message of a book is to have a wrong checksum. */
    protected final void spoil(final TrueInstrument instrument) {
        spoilt.add(instrument);
    }

    /** Whether the checksum of this message is to be wrong. */
    protected final boolean isSpoilt(final TrueInstrument instrument) {
        return spoilt.remove(instrument);
    }

    /** A price, without quotes. */
    protected final FrameText price(final TrueInstrument of, final long tick) {
        return text.bare(tick, of.priceDecimals(), of.priceDecimals());
    }

    /** A size, without quotes. */
    protected final FrameText size(final TrueInstrument of, final long lots) {
        return text.bare(lots, of.sizeDecimals(), of.sizeDecimals());
    }
}
