package io.millrace.feed.bybit.exchange;

import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientLine.Spoken;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ClientText;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client of Bybit: the topics that it has subscribed to.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class BybitSession implements ClientSession {
    private static final Set<String> CHANNELS = Set.of("orderbook", "publicTrade", "tickers", "allLiquidation");
    private static final Set<String> FUTURES = Set.of("tickers", "allLiquidation");
    private static final int MOST_TOPICS = 10;
    private static final String TOP = "1";
    private static final int IDLE_SECONDS = 3;

    /** A topic of an instrument: {@code orderbook.50.BTCUSDT}. */
    private static final class Topic {
        private final String name;
        private final String channel;
        private final String depth;
        private final TrueInstrument instrument;
        private boolean isDue = true;

        /** Number of the view that the venue calls 0. */
        private long zero;

        Topic(final String name, final String[] parts, final TrueInstrument instrument) {
            this.name = name;
            this.channel = parts[0];
            this.depth = parts.length == 3 ? parts[1] : "";
            this.instrument = instrument;
        }

        boolean isTop() {
            return depth.equals(TOP);
        }
    }

    private final boolean isLinear;
    private final TrueMarket market;
    private final ClientLine line;
    private final BybitMessages messages;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private long seconds;

    BybitSession(final boolean isLinear, final TrueMarket market, final ClientLine line) {
        this.isLinear = isLinear;
        this.market = market;
        this.line = line;
        this.messages = new BybitMessages(isLinear);
    }

    @Override
    public int streams() {
        return topics.size();
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
            line.answer("{\"success\":false,\"ret_msg\":\"error:invalid json\",\"conn_id\":\"1\",\"op\":\"\"}");
            return;
        }
        final String id = ClientText.text(request, "req_id");
        final String operation = ClientText.text(request, "op");
        final List<String> wanted = ClientText.texts(request, "args");
        switch (operation) {
            case "ping" -> reply(true, "pong", id, operation);
            case "subscribe" -> {
                final boolean isFine = !refuses
                        && (isLinear || wanted.size() <= MOST_TOPICS)
                        && wanted.stream().allMatch(name -> topic(name) != null);
                if (isFine) {
                    wanted.forEach(name -> topics.put(name, topic(name)));
                }
                reply(isFine, isFine ? operation : "error:handler not found,topic:" + wanted.get(0), id, operation);
            }
            case "unsubscribe" -> {
                wanted.forEach(topics::remove);
                reply(true, operation, id, operation);
            }
            default -> reply(false, "error:unknown op", id, operation);
        }
    }

    private void reply(final boolean success, final String message, final String id, final String operation) {
        line.answer("{\"success\":" + success + ",\"ret_msg\":\"" + message + "\",\"conn_id\":\"1\",\"req_id\":\"" + id
                + "\",\"op\":\"" + operation + "\"}");
    }

    /** The topic of a name, or null if there is none. */
    private Topic topic(final String name) {
        final String[] parts = name.split("\\.", -1);
        final TrueInstrument instrument = market.find(parts[parts.length - 1]);
        final boolean isKnown = CHANNELS.contains(parts[0])
                && parts.length == (parts[0].equals("orderbook") ? 3 : 2)
                && (isLinear || !FUTURES.contains(parts[0]));
        return isKnown && instrument != null ? new Topic(name, parts, instrument) : null;
    }

    private Topic topic(final String channel, final TrueInstrument of) {
        return topics.get(channel + "." + of.symbol());
    }

    @Override
    public void trades(final TradeBurst burst) {
        final Topic topic = topic("publicTrade", burst.instrument());
        if (topic != null) {
            line.send(messages.trades(topic.name, burst), Spoken.TRADE, burst.instrument());
        }
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        final Topic topic = topic("orderbook.1", instrument);
        if (topic != null) {
            line.send(messages.top(topic.name, instrument, time), Spoken.QUOTE, instrument);
        }
    }

    @Override
    public void book(final TrueInstrument instrument) {
        for (final Topic topic : topics.values()) {
            if (topic.instrument == instrument && topic.channel.equals("orderbook") && !topic.isTop()) {
                book(topic, instrument.view(Integer.parseInt(topic.depth)));
            }
        }
    }

    private void book(final Topic topic, final BookView view) {
        if (topic.isDue) {
            topic.isDue = false;
            line.send(
                    messages.snapshot(topic.name, topic.instrument, view, view.number() - topic.zero),
                    Spoken.SNAPSHOT,
                    topic.instrument);
        } else if (view.hasChanges()) {
            line.send(
                    messages.delta(topic.name, topic.instrument, view, view.number() - topic.zero),
                    Spoken.BOOK,
                    topic.instrument);
        }
    }

    @Override
    public void mark(final TrueInstrument instrument, final long time) {
        final Topic topic = topic("tickers", instrument);
        if (topic != null) {
            line.send(messages.ticker(topic.name, instrument, topic.isDue, time), Spoken.NEWS, instrument);
            topic.isDue = false;
        }
    }

    @Override
    public void liquidation(final TrueInstrument instrument, final Liquidated what) {
        final Topic topic = topic("allLiquidation", instrument);
        if (topic != null) {
            line.send(messages.liquidation(topic.name, instrument, what), Spoken.NEWS, instrument);
        }
    }

    /** Best bids and offers are sent again when nothing changes. */
    @Override
    public void second(final long time) {
        seconds++;
        if (seconds % IDLE_SECONDS == 0) {
            for (final Topic topic : topics.values()) {
                if (topic.isTop()) {
                    quote(topic.instrument, time);
                }
            }
        }
    }

    /** The service began anew: numbers start over at 1, with a snapshot. */
    @Override
    public void reset(final TrueInstrument instrument) {
        for (final Topic topic : topics.values()) {
            if (topic.instrument == instrument && topic.channel.equals("orderbook")) {
                final BookView view = instrument.view(Integer.parseInt(topic.depth));
                topic.zero = view.number();
                topic.isDue = true;
            }
        }
    }
}
