package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientLine.Spoken;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ClientText;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A client of Binance: the streams that it has subscribed to.
 *
 * <p>Thread: the exchange's. Allocation: none per event. Deterministic: yes.
 */
final class BinanceSession implements ClientSession {
    private final MarketStyle style;
    private final boolean combined;
    private final ClientLine line;
    private final BinanceMessages messages;
    private final RecordedStream recording = new RecordedStream();

    /** By name without speed: a subscription matches whatever speed there is. */
    private final Map<String, String> subscriptions = new LinkedHashMap<>();

    private final Map<TrueInstrument, StreamNames> names = new HashMap<>();
    private final Set<TrueInstrument> left = new HashSet<>();

    /** @param combined whether messages are wrapped with the name of their stream */
    BinanceSession(final MarketStyle style, final boolean combined, final ClientLine line) {
        this.style = style;
        this.combined = combined;
        this.line = line;
        this.messages = new BinanceMessages(style);
    }

    @Override
    public int streams() {
        return subscriptions.size();
    }

    void subscribe(final List<String> streams) {
        streams.forEach(stream -> subscriptions.put(StreamNames.withoutSpeed(stream), stream));
    }

    @Override
    public void said(final String text) {
        answer(text, false);
    }

    @Override
    public void refuse(final String text) {
        answer(text, true);
    }

    private void answer(final String text, final boolean refuses) {
        final Map<String, Object> request = ClientText.object(text);
        if (request == null) {
            line.answer("{\"code\":3,\"msg\":\"Invalid JSON: expected value at line 1 column 1\"}");
            return;
        }
        final long id = ClientText.whole(request, "id", -1);
        final List<String> streams = ClientText.texts(request, "params");
        switch (ClientText.text(request, "method")) {
            case "SUBSCRIBE" -> {
                if (!refuses && streams.stream().allMatch(StreamNames::isValid)) {
                    subscribe(streams);
                    done(id);
                } else {
                    invalid(id, "invalid stream");
                }
            }
            case "UNSUBSCRIBE" -> {
                streams.forEach(stream -> subscriptions.remove(StreamNames.withoutSpeed(stream)));
                done(id);
            }
            case "LIST_SUBSCRIPTIONS" ->
                line.answer(subscriptions.values().stream()
                        .map(stream -> "\"" + stream + "\"")
                        .collect(Collectors.joining(",", "{\"result\":[", "],\"id\":" + id + "}")));
            default -> invalid(id, "unknown variant `" + ClientText.text(request, "method") + "`");
        }
    }

    private void done(final long id) {
        line.answer("{\"result\":null,\"id\":" + id + "}");
    }

    private void invalid(final long id, final String reason) {
        line.answer("{\"code\":2,\"msg\":\"Invalid request: " + reason + "\",\"id\":" + id + "}");
    }

    /** What the client calls a stream, or null if it has not subscribed to it. */
    String subscribed(final String stream) {
        return subscriptions.get(stream);
    }

    private StreamNames names(final TrueInstrument instrument) {
        return names.computeIfAbsent(instrument, of -> new StreamNames(of.symbol()));
    }

    private void begin(final String stream) {
        messages.begin(combined ? stream : null);
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument instrument = burst.instrument();
        final StreamNames its = names(instrument);
        final String trades = subscribed(its.trade());
        if (trades != null) {
            for (int i = 0; i < burst.count(); i++) {
                begin(trades);
                line.send(messages.trade(burst, i), Spoken.TRADE, instrument);
            }
        }
        final String aggregates = subscribed(its.aggregate());
        if (aggregates != null) {
            begin(aggregates);
            line.send(messages.aggregate(burst), Spoken.TRADE, instrument);
        }
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        final String stream = subscribed(names(instrument).quote());
        if (stream != null) {
            begin(stream);
            line.send(messages.quote(instrument, time), Spoken.QUOTE, instrument);
        }
    }

    @Override
    public void book(final TrueInstrument instrument) {
        final String stream = subscribed(names(instrument).depth());
        if (stream != null && !left.remove(instrument)) {
            begin(stream);
            line.send(messages.depth(instrument), Spoken.BOOK, instrument);
        }
    }

    @Override
    public void mark(final TrueInstrument instrument, final long time) {
        final String stream = style.isFutures() ? subscribed(names(instrument).mark()) : null;
        if (stream != null) {
            begin(stream);
            line.send(messages.mark(instrument, time), Spoken.NEWS, instrument);
        }
    }

    @Override
    public void liquidation(final TrueInstrument instrument, final Liquidated what) {
        final String stream = style.isFutures() ? subscribed(names(instrument).liquidation()) : null;
        if (stream != null) {
            begin(stream);
            line.send(messages.liquidation(instrument, what), Spoken.NEWS, instrument);
        }
    }

    @Override
    public void recorded(final byte[] bytes, final int offset, final int length) {
        final String stream =
                recording.find(bytes, offset, length) ? subscribed(StreamNames.withoutSpeed(recording.stream())) : null;
        if (stream != null) {
            begin(stream);
            line.send(messages.recorded(bytes, recording.dataAt(), recording.dataLength()), recording.what(), null);
        }
    }

    @Override
    public boolean announceShutdown(final long time) {
        line.answer(
                "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":" + time / 1_000_000 + "}}");
        return true;
    }

    /** There is no word for it: ids go on without what was in between, and the client has to ask for a snapshot. */
    @Override
    public void reset(final TrueInstrument instrument) {
        left.add(instrument);
    }
}
