package io.millrace.feed.decode;

import io.millrace.engine.spi.SourceContext;

/**
 * Where the events of a feed go: numbers of inputs, or {@link SourceContext#UNUSED}.
 *
 * @param trades       input for trades
 * @param quotes       input for best bids and offers
 * @param book         input for levels of books
 * @param funding      input for funding rates
 * @param marks        input for mark prices
 * @param liquidations input for liquidations
 */
public record FeedInputs(int trades, int quotes, int book, int funding, int marks, int liquidations) {

    public boolean hasTrades() {
        return trades != SourceContext.UNUSED;
    }

    public boolean hasQuotes() {
        return quotes != SourceContext.UNUSED;
    }

    public boolean hasBook() {
        return book != SourceContext.UNUSED;
    }

    public boolean hasFunding() {
        return funding != SourceContext.UNUSED;
    }

    public boolean hasMarks() {
        return marks != SourceContext.UNUSED;
    }

    public boolean hasLiquidations() {
        return liquidations != SourceContext.UNUSED;
    }
}
