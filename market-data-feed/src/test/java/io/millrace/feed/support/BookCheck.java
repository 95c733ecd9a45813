package io.millrace.feed.support;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.operators.Books;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.book.OrderBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Books that are kept from a capture, beside the best bids and offers that the venue sent at the same time. */
public final class BookCheck {
    private final List<String> states = new ArrayList<>();
    private final TreeMap<Long, String> tickers = new TreeMap<>();
    private final TreeMap<Long, String> tops = new TreeMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private long changes;

    private BookCheck() {}

    /** Runs a capture. */
    public static BookCheck of(final Venue venue, final Path file) throws InterruptedException {
        final BookCheck check = new BookCheck();
        check.run(venue, file);
        return check;
    }

    private void run(final Venue venue, final Path file) throws InterruptedException {
        final Flow flow = new Flow("books", definition -> {
            final VenueFeed feed = VenueFeed.capture(venue, file);
            definition
                    .input("quotes", feed.quotes())
                    .inspect("tickers", quote -> tickers.put(quote.updateId(), text(quote)));
            final Books books = Books.of("books", definition.input("book", feed.bookDeltas()), feed.bookAnswers());
            books.changes().inspect("changes", book -> {
                changes++;
                tops.put(book.lastUpdateId(), text(book));
            });
            books.states().inspect("states", state -> states.add(state.condition() + " " + state.reason()));
        });
        final RunConfig config = new RunConfig().waitMode(WaitMode.BACKOFF);
        try (FlowRun run = FlowRun.live(flow, InputLog.NONE, config)) {
            run.start();
            if (!run.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("did not come to the end of " + file);
            }
        }
        config.counters().forEach(counters::put);
    }

    private static String text(final Quote quote) {
        return side(quote.bidPrice(), quote.bidSize(), quote.priceScale(), quote.sizeScale()) + " | "
                + side(quote.askPrice(), quote.askSize(), quote.priceScale(), quote.sizeScale());
    }

    private static String text(final OrderBook book) {
        return side(
                        book.bids() == 0 ? 0 : book.bidPrice(0),
                        book.bids() == 0 ? 0 : book.bidSize(0),
                        book.priceScale(),
                        book.sizeScale())
                + " | "
                + side(
                        book.asks() == 0 ? 0 : book.askPrice(0),
                        book.asks() == 0 ? 0 : book.askSize(0),
                        book.priceScale(),
                        book.sizeScale());
    }

    private static String side(final long price, final long size, final int priceScale, final int sizeScale) {
        return number(size, sizeScale) + " @ " + number(price, priceScale);
    }

    private static String number(final long mantissa, final int scale) {
        return BigDecimal.valueOf(mantissa, scale).stripTrailingZeros().toPlainString();
    }

    /** Conditions of books, with reasons, one after another. */
    public List<String> states() {
        return states;
    }

    /** Messages that changed a valid book. */
    public long changes() {
        return changes;
    }

    /** Value of a counter; the venue's name is in front of its label. */
    public long count(final String label) {
        return counters.getOrDefault(label, 0L);
    }

    /** How many books there are an equal number of tickers for: the last ticker up to the book's id says what is best at it. */
    public long compared() {
        return tops.keySet().stream().filter(id -> tickers.floorKey(id) != null).count();
    }

    /** Ids of books with another best bid and offer than the last ticker up to them. */
    public List<Long> differing() {
        return tops.keySet().stream()
                .filter(id -> tickers.floorKey(id) != null)
                .filter(id -> !tops.get(id).equals(tickers.floorEntry(id).getValue()))
                .toList();
    }

    /** How many books there are with a ticker of the very same id. */
    public long atSameId() {
        return tops.keySet().stream().filter(tickers::containsKey).count();
    }

    /** Those of {@link #differing} that have a ticker of the very same id. */
    public List<Long> differingAtSameId() {
        return differing().stream().filter(tickers::containsKey).toList();
    }
}
