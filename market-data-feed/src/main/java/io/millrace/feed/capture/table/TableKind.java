package io.millrace.feed.capture.table;

import java.util.List;

/** What a table of tardis holds, with the columns that it must have besides those that all have. */
enum TableKind {
    TRADES("trades", "trade", "id,side,price,amount"),
    LIQUIDATIONS("liquidations", "liquidation", "id,side,price,amount"),
    QUOTES("quotes", "quote", "bid_price,bid_amount,ask_price,ask_amount"),
    BOOK_CHANGES("incremental_book_L2", "book", "is_snapshot,side,price,amount"),
    BOOK_SNAPSHOTS("book_snapshot", "book", "bids[0].price,bids[0].amount,asks[0].price,asks[0].amount"),
    TICKERS("derivative_ticker", "ticker", "funding_timestamp,funding_rate,index_price,mark_price"),
    OPTIONS("options_chain", "ticker", "mark_price,bid_price,bid_amount,ask_price,ask_amount");

    private final String table;
    private final String frame;
    private final String columns;

    TableKind(final String table, final String frame, final String columns) {
        this.table = table;
        this.frame = frame;
        this.columns = columns;
    }

    /** What tardis calls it. */
    String table() {
        return table;
    }

    /** Type of the frames that come of it. */
    String frame() {
        return frame;
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }
}
