package io.millrace.feed.bybit;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.KeepAlive;
import io.millrace.feed.net.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names the topics that a flow uses, deals them to connections, and spells the requests that subscribe to them. Limits:
 * Bybit's public documentation; the least time between messages is Millrace's own, Bybit names none.
 *
 * <p>Best bids and offers come from books of one level: they are sent at once, on both markets, with numbers; tickers are
 * sent ten times a second, and on spot without bids and offers.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class BybitTopics {
    private static final int[] DEPTHS = {50, 200, 1_000};
    private static final int TOPICS_PER_REQUEST = 10;

    /** Of 21,000. */
    private static final int CHARACTERS_PER_CONNECTION = 20_000;

    /** Quotes and comma. */
    private static final int AROUND_TOPIC = 3;

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The venue closes connections that it has not heard of for ten minutes. */
    private static final KeepAlive PING = KeepAlive.text(Duration.ofSeconds(20), "{\"req_id\":\"0\",\"op\":\"ping\"}");

    private final String path;
    private final boolean isLinear;

    BybitTopics(final String path, final boolean isLinear) {
        this.path = path;
        this.isLinear = isLinear;
    }

    /** The depth of books that the venue has, so that there are at least as many levels. */
    int depth(final int wanted) {
        for (final int depth : DEPTHS) {
            if (wanted <= depth) {
                return depth;
            }
        }
        throw new ConnectorException("bybit has no books of " + wanted + " levels of a side: ask for "
                + DEPTHS[DEPTHS.length - 1] + " at most");
    }

    String book(final String symbol, final int wanted) {
        return "orderbook." + depth(wanted) + "." + symbol;
    }

    List<ConnectionPlan> plans(final VenueSubscription wanted) {
        final List<ConnectionPlan> plans = new ArrayList<>();
        final List<String> topics = new ArrayList<>();
        final List<String> books = new ArrayList<>();
        int characters = 0;
        for (final String symbol : wanted.symbols()) {
            final List<String> more = topics(symbol, wanted);
            final int length = more.stream().mapToInt(String::length).sum() + more.size() * AROUND_TOPIC;
            if (!topics.isEmpty() && characters + length > CHARACTERS_PER_CONNECTION) {
                plans.add(plan(wanted.base(), topics, books));
                topics.clear();
                books.clear();
                characters = 0;
            }
            topics.addAll(more);
            if (wanted.inputs().hasBook()) {
                books.add(symbol);
            }
            characters += length;
        }
        if (!topics.isEmpty()) {
            plans.add(plan(wanted.base(), topics, books));
        }
        return plans;
    }

    private List<String> topics(final String symbol, final VenueSubscription wanted) {
        final List<String> topics = new ArrayList<>();
        if (wanted.inputs().hasTrades()) {
            topics.add("publicTrade." + symbol);
        }
        if (wanted.inputs().hasQuotes()) {
            topics.add("orderbook.1." + symbol);
        }
        if (wanted.inputs().hasBook()) {
            topics.add(book(symbol, wanted.depth()));
        }
        if (isLinear && (wanted.inputs().hasMarks() || wanted.inputs().hasFunding())) {
            topics.add("tickers." + symbol);
        }
        if (isLinear && wanted.inputs().hasLiquidations()) {
            topics.add("allLiquidation." + symbol);
        }
        return topics;
    }

    private ConnectionPlan plan(final URI base, final List<String> topics, final List<String> books) {
        final String address = base.toString();
        final List<Subscription> requests = new ArrayList<>();
        for (int from = 0; from < topics.size(); from += TOPICS_PER_REQUEST) {
            final List<String> some = topics.subList(from, Math.min(topics.size(), from + TOPICS_PER_REQUEST));
            requests.add(new Subscription(request("subscribe", requests.size() + 1, some), 1));
        }
        return new ConnectionPlan(
                URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path),
                requests,
                books,
                PAUSE,
                PING,
                Duration.ZERO,
                Map.of());
    }

    /** A request; its number comes back with the answer. */
    static String request(final String operation, final int number, final List<String> topics) {
        return topics.stream()
                .collect(Collectors.joining(
                        "\",\"", "{\"req_id\":\"" + number + "\",\"op\":\"" + operation + "\",\"args\":[\"", "\"]}"));
    }
}
