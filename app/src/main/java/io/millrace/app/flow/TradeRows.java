package io.millrace.app.flow;

import io.millrace.connectors.RowFormat;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkContext;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;

/** Trades as rows; times in epoch nanoseconds, the side is the taker's. */
final class TradeRows implements RowFormat<Trade> {
    private final Instruments instruments;

    TradeRows(final SinkContext context) {
        instruments = context.definitions(Instruments.TYPE);
    }

    @Override
    public String header() {
        return "instrument,trade_id,price,size,side,trades,exchange_time,receive_time";
    }

    @Override
    public void write(final Trade trade, final TextBuffer row) {
        row.append(instruments.get(trade.instrumentId()).name()).append(',');
        row.append(trade.tradeId()).append(',');
        row.appendDecimal(trade.price(), trade.priceScale()).append(',');
        row.appendDecimal(trade.size(), trade.sizeScale()).append(',');
        row.append(trade.isBuyerAggressor() ? "buy" : trade.isSellerAggressor() ? "sell" : "")
                .append(',');
        row.append(trade.tradeCount()).append(',');
        row.append(trade.exchangeTime()).append(',');
        row.append(trade.receiveTime());
    }
}
