package io.millrace.feed.faults;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.book.OrderBook;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Compares every book that is given as valid with what the book really was, and notes what became of each. */
public final class BookWatch {
    private static final long MILLI = 1_000_000;

    /** Fewer than any venue has. */
    private static final int SHALLOWEST = 10;

    private static final int MOST_NOTED = 5;
    private static final int MOST_HISTORY = 200;
    private static final long PATIENCE = 30_000 * MILLI;

    private final int first;
    private final List<TrueInstrument> instruments = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, BookCondition> conditions = new HashMap<>();
    private final Map<Integer, Long> lastTimes = new HashMap<>();
    private final Map<BookFault, Integer> invalidations = new EnumMap<>(BookFault.class);
    private final List<String> history = new ArrayList<>();
    private long compared;
    private long wrongs;
    private int recoveries;
    private int requests;

    /** @param symbols in the order of their numbers */
    public BookWatch(final TrueMarket market, final List<String> symbols) {
        this(market, symbols, 0);
    }

    /** @param first number of the first instrument */
    public BookWatch(final TrueMarket market, final List<String> symbols, final int first) {
        this.first = first;
        symbols.forEach(symbol -> instruments.add(market.find(symbol)));
    }

    public synchronized void book(final OrderBook book) {
        final TrueInstrument instrument = instruments.get(book.instrumentId() - first);
        compared++;
        lastTimes.put(book.instrumentId(), book.receiveTime());
        notifyAll();
        if (!instrument.truth().wasOnce(image -> isAt(image, book) && isSame(image, book, instrument))) {
            wrongs++;
            if (wrong.size() < MOST_NOTED) {
                wrong.add(instrument + ": " + book);
            }
        }
    }

    /** Whether the venue says that the book is as of this moment: by id, or by time, or not at all. */
    private static boolean isAt(final BookImage image, final OrderBook book) {
        return image.id() == book.lastUpdateId()
                || image.time() / MILLI == book.exchangeTime() / MILLI
                || book.exchangeTime() == 0 && book.lastUpdateId() < 0;
    }

    private static boolean isSame(final BookImage image, final OrderBook book, final TrueInstrument of) {
        return isDeepEnough(book.bids(), image.bids())
                && isDeepEnough(book.asks(), image.asks())
                && isSameSide(image, book, of, true)
                && isSameSide(image, book, of, false);
    }

    private static boolean isDeepEnough(final int known, final int all) {
        return known == all || known < all && known >= SHALLOWEST;
    }

    private static boolean isSameSide(
            final BookImage image, final OrderBook book, final TrueInstrument of, final boolean bid) {
        final int count = bid ? book.bids() : book.asks();
        for (int i = 0; i < count; i++) {
            final long price = bid ? book.bidPrice(i) : book.askPrice(i);
            final long size = bid ? book.bidSize(i) : book.askSize(i);
            if (price != scaled(image.tick(bid, i), of.priceDecimals(), book.priceScale())
                    || size != scaled(image.lots(bid, i), of.sizeDecimals(), book.sizeScale())) {
                return false;
            }
        }
        return true;
    }

    private static long scaled(final long value, final int decimals, final int scale) {
        return scale >= decimals
                ? value * PowersOfTen.get(scale - decimals)
                : Math.floorDiv(value, PowersOfTen.get(decimals - scale));
    }

    public synchronized void state(final BookState state) {
        note(state.toString());
        final BookCondition before = conditions.put(state.instrumentId(), state.condition());
        if (state.condition() == BookCondition.INVALID && before != BookCondition.INVALID) {
            invalidations.merge(state.reason(), 1, Integer::sum);
        } else if (state.isValid() && before == BookCondition.INVALID) {
            recoveries++;
        }
    }

    public synchronized void request(final BookRequest request) {
        requests++;
        note(request.toString());
    }

    private void note(final String what) {
        if (history.size() < MOST_HISTORY) {
            history.add(what);
        }
        notifyAll();
    }

    /** Waits until something holds, which is looked at when something has happened. */
    public synchronized void await(final BooleanSupplier condition) throws InterruptedException {
        final long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            final long left = (deadline - System.nanoTime()) / MILLI;
            if (left <= 0) {
                throw new AssertionError("did not come about: " + this);
            }
            wait(left);
        }
    }

    /** Books compared. */
    public synchronized long compared() {
        return compared;
    }

    /** Books that were not what they should be. */
    public synchronized long wrongs() {
        return wrongs;
    }

    /** The first of them. */
    public synchronized List<String> wrong() {
        return wrong;
    }

    /** How often books became invalid, by reason. */
    public synchronized Map<BookFault, Integer> invalidations() {
        return invalidations;
    }

    /** How often books became invalid. */
    public synchronized int invalidated() {
        return invalidations.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often books became valid again. */
    public synchronized int recoveries() {
        return recoveries;
    }

    /** How often snapshots were asked for. */
    public synchronized int requests() {
        return requests;
    }

    /** When the last book was received, epoch nanoseconds. */
    public synchronized long lastTime() {
        return lastTimes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Whether all books are valid, and were given at this time or later. */
    public synchronized boolean isWell(final long since) {
        for (int i = 0; i < instruments.size(); i++) {
            if (conditions.get(first + i) != BookCondition.VALID || lastTimes.getOrDefault(first + i, 0L) < since) {
                return false;
            }
        }
        return true;
    }

    /** What came of all books, without the order of it. */
    public synchronized String summary() {
        return compared + " books, " + wrongs + " wrong " + wrong + ", conditions " + conditions + ", invalidated "
                + invalidations + ", valid again " + recoveries + ", requests " + requests;
    }

    @Override
    public synchronized String toString() {
        return summary() + ", in order:\n" + String.join("\n", history);
    }
}
