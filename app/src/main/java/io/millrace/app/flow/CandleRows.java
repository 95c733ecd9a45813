package io.millrace.app.flow;

import io.millrace.connectors.RowFormat;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkContext;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Instruments;

/** Candles as rows: times in epoch milliseconds, decimals exact at the instrument's precision. */
public final class CandleRows implements RowFormat<Candle> {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Instruments instruments;

    public CandleRows(final SinkContext context) {
        instruments = context.definitions(Instruments.TYPE);
    }

    @Override
    public String header() {
        return "instrument,open_time,open,high,low,close,volume,quote_volume,trades,taker_buy_volume,"
                + "taker_buy_quote_volume";
    }

    @Override
    public void write(final Candle candle, final TextBuffer row) {
        final int price = candle.priceScale();
        final int size = candle.sizeScale();
        row.append(instruments.get(candle.instrumentId()).name()).append(',');
        row.append(candle.openTime() / NANOS_PER_MILLI).append(',');
        row.appendDecimal(candle.open(), price).append(',');
        row.appendDecimal(candle.high(), price).append(',');
        row.appendDecimal(candle.low(), price).append(',');
        row.appendDecimal(candle.close(), price).append(',');
        row.appendDecimal(candle.volume(), size).append(',');
        row.appendDecimal(candle.quoteVolume(), price + size).append(',');
        row.append(candle.trades()).append(',');
        row.appendDecimal(candle.takerBuyVolume(), size).append(',');
        row.appendDecimal(candle.takerBuyQuoteVolume(), price + size);
    }
}
