package io.millrace.feed;

import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.market.BookAnswer;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.FeedStatus;
import io.millrace.operators.market.Funding;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Liquidation;
import io.millrace.operators.market.MarkPrice;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import java.util.List;

/**
 * A feed of market events. Inputs that take their origins from the same feed object are served by one source, which asks
 * the venue for the streams that are used and for no others.
 *
 * <p>A live feed has no position: what a venue sends while the process is down, or while a connection is, is not asked for
 * again. Trades of that time are missing for good, quotes are as of the first one that comes, and a book is not valid until
 * it was synchronised anew. The frames that were received but not journaled yet when a process was killed are missing, too.
 * The stream {@link #STATUS} tells when connections were lost and made again, and ids of trades and updates show gaps.
 *
 * <p>Thread: any; a feed is a description. Allocation: yes. Deterministic: see the feed.
 */
public abstract class MarketFeed implements Feed {
    /** Stream of {@link Trade}. */
    public static final String TRADES = "trades";

    /** Stream of {@link Quote}. */
    public static final String QUOTES = "quotes";

    /** Stream of {@link BookDelta}. */
    public static final String BOOK = "book";

    /** Stream of {@link Funding}. */
    public static final String FUNDING = "funding";

    /** Stream of {@link MarkPrice}. */
    public static final String MARKS = "marks";

    /** Stream of {@link Liquidation}. */
    public static final String LIQUIDATIONS = "liquidations";

    /** All streams of events of a market; the others are about books and connections. */
    public static final List<String> EVENTS = List.of(TRADES, QUOTES, BOOK, FUNDING, MARKS, LIQUIDATIONS);

    /** Stream of {@link BookAnswer}. */
    public static final String BOOK_ANSWERS = "book answers";

    /** Stream of {@link FeedStatus}. */
    public static final String STATUS = "status";

    /** Trades. */
    public final Origin<Trade> trades() {
        return new Origin<>(this, TRADES, Trade.CODEC, Instruments.TYPE);
    }

    /** Best bids and offers. */
    public final Origin<Quote> quotes() {
        return new Origin<>(this, QUOTES, Quote.CODEC, Instruments.TYPE);
    }

    /** Levels of books, as they change. */
    public final Origin<BookDelta> bookDeltas() {
        return new Origin<>(this, BOOK, BookDelta.CODEC, Instruments.TYPE);
    }

    /** Funding rates of perpetual futures. */
    public final Origin<Funding> funding() {
        return new Origin<>(this, FUNDING, Funding.CODEC, Instruments.TYPE);
    }

    /** Mark prices of futures. */
    public final Origin<MarkPrice> marks() {
        return new Origin<>(this, MARKS, MarkPrice.CODEC, Instruments.TYPE);
    }

    /** Liquidations. */
    public final Origin<Liquidation> liquidations() {
        return new Origin<>(this, LIQUIDATIONS, Liquidation.CODEC, Instruments.TYPE);
    }

    /** Answers to books that ask for a snapshot; the snapshot itself comes with the levels. */
    public final Origin<BookAnswer> bookAnswers() {
        return new Origin<>(this, BOOK_ANSWERS, BookAnswer.CODEC, null);
    }

    /** What became of the connections; a capture has none and gives nothing. */
    public final Origin<FeedStatus> status() {
        return new Origin<>(this, STATUS, FeedStatus.CODEC, null);
    }
}
