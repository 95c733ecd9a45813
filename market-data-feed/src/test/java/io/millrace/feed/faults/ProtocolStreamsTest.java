package io.millrace.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.operators.Dataflow;
import io.millrace.operators.market.MarkPrice;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens on a market comes out of the venue's decoder as it happened: each protocol against its decoder. */
@Timeout(60)
class ProtocolStreamsTest {
    private static final long LENGTH = 20_000_000_000L;

    private final ManualTime time = new ManualTime(DirectRun.START);
    private final LoggedTape tape = new LoggedTape(new SyntheticMarket(3).framesPerSecond(500));
    private final Map<String, Long> traded = new HashMap<>();
    private final List<String> quotes = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private List<SyntheticSymbol> symbols;

    static Stream<Venue> venues() {
        return FaultMatrixTest.venues();
    }

    private static long scaled(final long value, final int scale, final int decimals) {
        return scale >= decimals
                ? value / PowersOfTen.get(scale - decimals)
                : value * PowersOfTen.get(decimals - scale);
    }

    private void count(final String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void trade(final Trade trade) {
        count(MarketFeed.TRADES);
        final SyntheticSymbol symbol = symbols.get(trade.instrumentId());
        traded.merge(
                symbol.name() + " " + trade.isBuyerAggressor(),
                scaled(trade.size(), trade.sizeScale(), symbol.sizeDecimals()),
                Long::sum);
    }

    private void quote(final Quote quote) {
        count(MarketFeed.QUOTES);
        final SyntheticSymbol symbol = symbols.get(quote.instrumentId());
        quotes.add(LoggedTape.quote(
                symbol.name(),
                scaled(quote.bidSize(), quote.sizeScale(), symbol.sizeDecimals()),
                scaled(quote.bidPrice(), quote.priceScale(), symbol.priceDecimals()),
                scaled(quote.askPrice(), quote.priceScale(), symbol.priceDecimals()),
                scaled(quote.askSize(), quote.sizeScale(), symbol.sizeDecimals())));
    }

    private void mark(final MarkPrice mark) {
        count(MarketFeed.MARKS);
        final SyntheticSymbol symbol = symbols.get(mark.instrumentId());
        marks.add(symbol.name() + " " + scaled(mark.markPrice(), mark.priceScale(), symbol.priceDecimals()));
    }

    private void define(final Venue venue, final DirectFeed feed, final Dataflow flow) {
        flow.input("trades", feed.trades()).inspect("see-trades", this::trade);
        if (venue.streams().contains(MarketFeed.QUOTES)) {
            flow.input("quotes", feed.quotes()).inspect("see-quotes", this::quote);
        }
        if (venue.streams().contains(MarketFeed.MARKS)) {
            flow.input("marks", feed.marks()).inspect("see-marks", this::mark);
        }
        if (venue.streams().contains(MarketFeed.FUNDING)) {
            flow.input("funding", feed.funding()).inspect("see-funding", rate -> count(MarketFeed.FUNDING));
        }
        if (venue.streams().contains(MarketFeed.LIQUIDATIONS)) {
            flow.input("liquidations", feed.liquidations())
                    .inspect("see-liquidations", what -> count(MarketFeed.LIQUIDATIONS));
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void allThatHappensComesOutAsItHappened(final Venue venue) {
        symbols = venue.exchange().orElseThrow().symbols();
        final Exchange exchange = new Exchange(venue.exchange().orElseThrow(), tape, new ExchangeConfig());
        final DirectFeed feed = new DirectFeed(
                venue,
                exchange,
                symbols.stream().map(SyntheticSymbol::name).toList(),
                time,
                DirectRun.START + LENGTH,
                now -> {});
        new TestRun(flow -> define(venue, feed, flow)).time(time).run();
        assertThat(feed.source().count(FrameResult.MALFORMED)).isZero();
        assertThat(feed.source().count(FrameResult.UNKNOWN)).isZero();
        assertThat(feed.source().count(FrameResult.REFUSED)).isZero();
        assertThat(feed.source().count(FrameResult.UNUSED)).isZero();
        assertThat(traded).isIn(tape.traded(), tape.tradedAndLiquidated()).hasSizeGreaterThan(symbols.size());
        assertThat(tape.quotes()).containsAll(quotes);
        assertThat(tape.marks()).containsAll(marks);
        assertThat(counts.keySet())
                .isEqualTo(venue.streams().stream()
                        .filter(stream -> !stream.equals(MarketFeed.BOOK))
                        .collect(Collectors.toSet()));
    }
}
