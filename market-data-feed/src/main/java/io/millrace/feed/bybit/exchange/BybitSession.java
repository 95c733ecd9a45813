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
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of Bybit: the topics that it has subscribed to, and how far the numbers of its books are.
 *
 * <p>Thread: the exchange's. Allocation: names of topics. Deterministic: yes.
 */
final class BybitSession implements ClientSession {
    private static final Pattern SPOT_TOPIC = Pattern.compile("(orderbook\\.(?:1|50|200|1000)|publicTrade)\\.(.+)");
    private static final Pattern LINEAR_TOPIC =
            Pattern.compile("(orderbook\\.(?:1|50|200|1000)|publicTrade|tickers|allLiquidation)\\.(.+)");
    private static final Pattern RECORDED = Pattern.compile("\"topic\"\\s*:\\s*\"([^\"]+)\"");
    private static final long RESTART = 1;
    private static final int REPEAT_SECONDS = 3;

    private final boolean isLinear;
    private final TrueMarket market;
    private final ClientLine line;
    private final BybitMessages messages = new BybitMessages();
    private final Map<String, Book> books = new LinkedHashMap<>();
    private final Set<String> topics = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private int seconds;

    /** A book that the client follows. */
    private static final class Book {
        private final String topic;
        private final TrueInstrument instrument;
        private final int depth;
        private boolean needsSnapshot = true;
        private boolean restarts;

        /** What is taken off the count of reports to number updates. */
        private long base = -1_000;

        Book(final String topic, final TrueInstrument instrument, final int depth) {
            this.topic = topic;
            this.instrument = instrument;
            this.depth = depth;
        }
    }

    BybitSession(final boolean isLinear, final TrueMarket market, final ClientLine line) {
        this.isLinear = isLinear;
        this.market = market;
        this.line = line;
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
            answer("", "", false, "error:request is not valid json");
            return;
        }
        final String id = ClientText.text(request, "req_id");
        final String operation = ClientText.text(request, "op");
        final List<String> named = ClientText.texts(request, "args");
        switch (operation) {
            case "ping" -> answer(id, operation, true, "pong");
            case "subscribe" -> {
                final boolean isValid =
                        !refuses && !named.isEmpty() && named.stream().allMatch(this::isTopic);
                if (isValid) {
                    named.forEach(this::subscribe);
                }
                answer(id, operation, isValid, isValid ? "subscribe" : "error:handler not found,topic:" + named);
            }
            case "unsubscribe" -> {
                named.forEach(topic -> {
                    topics.remove(topic);
                    books.remove(topic);
                });
                answer(id, operation, true, "");
            }
            default -> answer(id, operation, false, "error:unknown op");
        }
    }

    private void answer(final String id, final String operation, final boolean success, final String message) {
        line.answer("{\"success\":" + success + ",\"ret_msg\":\"" + message
                + "\",\"conn_id\":\"millrace\",\"req_id\":\"" + id + "\",\"op\":\"" + operation + "\"}");
    }

    private boolean isTopic(final String topic) {
        final Matcher parts = (isLinear ? LINEAR_TOPIC : SPOT_TOPIC).matcher(topic);
        return parts.matches() && (market.instruments().isEmpty() || market.find(parts.group(2)) != null);
    }

    private void subscribe(final String topic) {
        topics.add(topic);
        begun.remove(topic);
        final String[] parts = topic.split("\\.", 3);
        final TrueInstrument instrument = market.find(parts[parts.length - 1]);
        if (parts.length == 3 && instrument != null && !parts[1].equals("1")) {
            books.put(topic, new Book(topic, instrument, Integer.parseInt(parts[1])));
        }
    }

    /** The name of a topic, if it is subscribed to; otherwise null. */
    private String subscribed(final String channel, final TrueInstrument instrument) {
        final String topic = channel + instrument.symbol();
        return topics.contains(topic) ? topic : null;
    }

    @Override
    public void trades(final TradeBurst burst) {
        final String topic = subscribed("publicTrade.", burst.instrument());
        if (topic != null) {
            line.send(messages.trades(topic, burst), Spoken.TRADE, burst.instrument());
        }
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        final String topic = subscribed("orderbook.1.", instrument);
        if (topic != null) {
            line.send(messages.quote(topic, instrument, time), Spoken.QUOTE, instrument);
        }
    }

    @Override
    public void book(final TrueInstrument instrument) {
        for (final Book book : books.values()) {
            if (book.instrument == instrument) {
                report(book, instrument.view(book.depth));
            }
        }
    }

    private void report(final Book book, final BookView view) {
        if (!book.needsSnapshot && !view.hasChanges()) {
            return;
        }
        if (book.restarts) {
            book.base = view.number() - RESTART;
            book.restarts = false;
        }
        final long id = view.number() - book.base;
        line.send(
                book.needsSnapshot
                        ? messages.snapshot(book.topic, book.instrument, view, id)
                        : messages.delta(book.topic, book.instrument, view, id),
                Spoken.BOOK,
                book.instrument);
        book.needsSnapshot = false;
    }

    @Override
    public void mark(final TrueInstrument instrument, final long time) {
        final String topic = subscribed("tickers.", instrument);
        if (topic != null) {
            line.send(messages.ticker(topic, instrument, time, begun.add(topic)), Spoken.NEWS, instrument);
        }
    }

    @Override
    public void liquidation(final TrueInstrument instrument, final Liquidated what) {
        final String topic = subscribed("allLiquidation.", instrument);
        if (topic != null) {
            line.send(messages.liquidation(topic, instrument, what), Spoken.NEWS, instrument);
        }
    }

    /** Books of one level are sent again, changed or not. */
    @Override
    public void second(final long time) {
        seconds++;
        if (seconds % REPEAT_SECONDS == 0) {
            market.instruments().forEach(instrument -> quote(instrument, time));
        }
    }

    @Override
    public void recorded(final byte[] bytes, final int offset, final int length) {
        final Matcher topic = RECORDED.matcher(new String(bytes, offset, length, StandardCharsets.UTF_8));
        if (topic.find() && topics.stream().anyMatch(wanted -> isSame(wanted, topic.group(1)))) {
            line.send(messages.recorded(bytes, offset, length), what(topic.group(1)), null);
        }
    }

    /** Books are passed on whatever their depth. */
    private static boolean isSame(final String wanted, final String recorded) {
        return wanted.equals(recorded)
                || wanted.startsWith("orderbook.")
                        && recorded.startsWith("orderbook.")
                        && wanted.substring(wanted.lastIndexOf('.'))
                                .equals(recorded.substring(recorded.lastIndexOf('.')));
    }

    private static Spoken what(final String topic) {
        return topic.startsWith("orderbook.") ? Spoken.BOOK : Spoken.TRADE;
    }

    /** The service begins anew: a snapshot with the number 1. */
    @Override
    public void reset(final TrueInstrument instrument) {
        for (final Book book : books.values()) {
            if (book.instrument == instrument) {
                book.needsSnapshot = true;
                book.restarts = true;
            }
        }
    }
}
