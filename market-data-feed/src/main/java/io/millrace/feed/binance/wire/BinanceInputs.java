package io.millrace.feed.binance.wire;

/**
 * Where the events of a Binance feed go: numbers of inputs, or {@link io.millrace.engine.spi.SourceContext#UNUSED}.
 *
 * @param trades          input for trades
 * @param quotes          input for best bids and offers
 * @param bookDeltas      input for levels of books
 * @param tradeFrames     whether frames of single trades count
 * @param aggregateFrames whether frames of aggregated trades count; if both do, then for each instrument those of the kind
 *                        that comes first
 */
public record BinanceInputs(int trades, int quotes, int bookDeltas, boolean tradeFrames, boolean aggregateFrames) {}
