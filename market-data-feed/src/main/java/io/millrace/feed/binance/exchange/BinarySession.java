package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientLine.Spoken;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A client of Binance's binary market data: requests and answers are text, events are not, and have no wrapper.
 *
 * <p>Thread: the exchange's. Allocation: names of streams. Deterministic: yes.
 */
final class BinarySession implements ClientSession {
    private final BinanceSession requests;
    private final ClientLine line;
    private final BinaryMessages messages = new BinaryMessages();
    private final Set<TrueInstrument> left = new HashSet<>();

    /** @param requests keeps the subscriptions */
    BinarySession(final BinanceSession requests, final ClientLine line) {
        this.requests = requests;
        this.line = line;
    }

    @Override
    public int streams() {
        return requests.streams();
    }

    @Override
    public void said(final String text) {
        requests.said(text);
    }

    @Override
    public void refuse(final String text) {
        requests.refuse(text);
    }

    private boolean isSubscribed(final TrueInstrument instrument, final String channel) {
        return requests.subscribed(instrument.symbol().toLowerCase(Locale.ROOT) + channel) != null;
    }

    private void send(final Spoken what, final TrueInstrument about) {
        line.sendBinary(messages.bytes(), messages.length(), what, about);
    }

    @Override
    public void trades(final TradeBurst burst) {
        if (isSubscribed(burst.instrument(), "@trade")) {
            messages.trades(burst);
            send(Spoken.TRADE, burst.instrument());
        }
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        if (isSubscribed(instrument, "@bestBidAsk")) {
            messages.quote(instrument, time);
            send(Spoken.QUOTE, instrument);
        }
    }

    @Override
    public void book(final TrueInstrument instrument) {
        if (isSubscribed(instrument, "@depth") && !left.remove(instrument)) {
            messages.update(instrument);
            send(Spoken.BOOK, instrument);
        }
    }

    @Override
    public boolean announceShutdown(final long time) {
        return requests.announceShutdown(time);
    }

    /** As in text, there is no word for it. */
    @Override
    public void reset(final TrueInstrument instrument) {
        left.add(instrument);
    }
}
