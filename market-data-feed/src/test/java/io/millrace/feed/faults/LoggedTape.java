package io.millrace.feed.faults;

import io.millrace.feed.simulator.Audience;
import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.Tape;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tape that notes what it plays. */
final class LoggedTape implements Tape, Audience {
    private final Tape tape;
    private final Map<String, Long> traded = new HashMap<>();
    private final Map<String, Long> tradedAndLiquidated = new HashMap<>();
    private final Set<String> quotes = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private final Set<String> liquidations = new HashSet<>();
    private Audience audience;

    LoggedTape(final Tape tape) {
        this.tape = tape;
    }

    /** Lots by instrument and side, such as {@code BTCUSDT true}. */
    Map<String, Long> traded() {
        return traded;
    }

    /** As {@link #traded}, with liquidations as trades of their own: some venues tell them so. */
    Map<String, Long> tradedAndLiquidated() {
        return tradedAndLiquidated;
    }

    /** Best bids and offers, such as {@code BTCUSDT 1 x 618 | 619 x 2}. */
    Set<String> quotes() {
        return quotes;
    }

    /** Mark prices, such as {@code BTCUSDT 618}. */
    Set<String> marks() {
        return marks;
    }

    /** Liquidations, such as {@code BTCUSDT 618 x 2 true}. */
    Set<String> liquidations() {
        return liquidations;
    }

    @Override
    public TrueMarket market(final List<SyntheticSymbol> usual) {
        return tape.market(usual);
    }

    @Override
    public void play(final long now, final Audience to) {
        audience = to;
        tape.play(now, this);
    }

    @Override
    public boolean ended() {
        return tape.ended();
    }

    @Override
    public void close() {
        tape.close();
    }

    @Override
    public boolean hasRoom() {
        return audience.hasRoom();
    }

    @Override
    public void trades(final TradeBurst burst) {
        traded.merge(burst.instrument() + " " + burst.isBuy(), burst.totalLots(), Long::sum);
        tradedAndLiquidated.merge(burst.instrument() + " " + burst.isBuy(), burst.totalLots(), Long::sum);
        // Some venues tell the best bid and offer with each trade.
        note(burst.instrument());
        audience.trades(burst);
    }

    @Override
    public void quote(final TrueInstrument instrument, final long time) {
        note(instrument);
        audience.quote(instrument, time);
    }

    private void note(final TrueInstrument instrument) {
        quotes.add(quote(
                instrument.symbol(),
                instrument.bestBidLots(),
                instrument.bestBid(),
                instrument.bestAsk(),
                instrument.bestAskLots()));
    }

    static String quote(final String symbol, final long bidLots, final long bid, final long ask, final long askLots) {
        return symbol + " " + bidLots + " x " + bid + " | " + ask + " x " + askLots;
    }

    @Override
    public void book(final TrueInstrument instrument) {
        // Where a venue's best bids and offers come with its reports, they are those of the books.
        final BookImage image = instrument.view(0).image();
        quotes.add(quote(
                instrument.symbol(),
                image.lots(true, 0),
                image.tick(true, 0),
                image.tick(false, 0),
                image.lots(false, 0)));
        audience.book(instrument);
    }

    @Override
    public void mark(final TrueInstrument instrument, final long time) {
        marks.add(instrument + " " + instrument.markTick());
        audience.mark(instrument, time);
    }

    @Override
    public void liquidation(final TrueInstrument instrument, final Liquidated what) {
        liquidations.add(instrument + " " + what.tick() + " x " + what.lots() + " " + what.buy());
        tradedAndLiquidated.merge(instrument + " " + what.buy(), what.lots(), Long::sum);
        audience.liquidation(instrument, what);
    }

    @Override
    public void recorded(final byte[] bytes, final int offset, final int length) {
        audience.recorded(bytes, offset, length);
    }
}
