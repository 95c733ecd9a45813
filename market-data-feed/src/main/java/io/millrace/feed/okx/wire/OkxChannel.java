package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.Words;

/**
 * What a channel brings.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
enum OkxChannel {
    /** Another channel than those below. */
    NONE(FrameKind.OTHER),
    /** A snapshot, then updates: books, books-l2-tbt, books50-l2-tbt. */
    BOOK(FrameKind.BOOK),
    /** Snapshots of five levels: books5. */
    SNAPSHOTS(FrameKind.BOOK),
    /** Best bids and offers, each one: bbo-tbt. */
    BEST(FrameKind.QUOTE),
    /** Best bids and offers, now and then: tickers. Not subscribed to, but recorded by others. */
    TICKERS(FrameKind.QUOTE),
    /** Trades, trades-all. */
    TRADES(FrameKind.TRADE),
    FUNDING(FrameKind.FUNDING),
    MARKS(FrameKind.MARK_PRICE),
    LIQUIDATIONS(FrameKind.LIQUIDATION),
    INSTRUMENTS(FrameKind.INSTRUMENTS);

    private static final long NAME_BOOKS = Words.of("books");
    private static final long NAME_BOOKS5 = Words.of("books5");
    private static final long NAME_BOOKS_L2 = Words.of("books-l2");
    private static final long NAME_BOOKS50 = Words.of("books50-");
    private static final long NAME_BEST = Words.of("bbo-tbt");
    private static final long NAME_TICKERS = Words.of("tickers");
    private static final long NAME_TRADES = Words.of("trades");
    private static final long NAME_ALL_TRADES = Words.of("trades-a");
    private static final long NAME_FUNDING = Words.of("funding-");
    private static final long NAME_MARKS = Words.of("mark-pri");
    private static final long NAME_LIQUIDATIONS = Words.of("liquidat");
    private static final long NAME_INSTRUMENTS = Words.of("instrume");

    private final FrameKind kind;

    OkxChannel(final FrameKind kind) {
        this.kind = kind;
    }

    /** The channel whose name begins like this and is so long. */
    static OkxChannel of(final long name, final int length) {
        if (name == NAME_BOOKS || name == NAME_BOOKS_L2 && length == 12 || name == NAME_BOOKS50 && length == 14) {
            return BOOK;
        }
        if (name == NAME_TRADES || name == NAME_ALL_TRADES && length == 10) {
            return TRADES;
        }
        if (name == NAME_BEST) {
            return BEST;
        }
        if (name == NAME_BOOKS5) {
            return SNAPSHOTS;
        }
        if (name == NAME_TICKERS) {
            return TICKERS;
        }
        return ofLongName(name, length);
    }

    private static OkxChannel ofLongName(final long name, final int length) {
        if (name == NAME_FUNDING && length == 12) {
            return FUNDING;
        }
        if (name == NAME_MARKS && length == 10) {
            return MARKS;
        }
        if (name == NAME_LIQUIDATIONS && length == 18) {
            return LIQUIDATIONS;
        }
        return name == NAME_INSTRUMENTS && length == 11 ? INSTRUMENTS : NONE;
    }

    FrameKind kind() {
        return kind;
    }

    /** Whether its frames say if they are a snapshot or an update. */
    boolean hasAction() {
        return this == BOOK;
    }

    /** Whether the flow uses what it brings. */
    boolean isUsed(final FeedInputs inputs) {
        return switch (this) {
            case BOOK, SNAPSHOTS -> inputs.hasBook();
            case BEST, TICKERS -> inputs.hasQuotes();
            case TRADES -> inputs.hasTrades();
            case FUNDING -> inputs.hasFunding();
            case MARKS -> inputs.hasMarks();
            case LIQUIDATIONS -> inputs.hasLiquidations();
            default -> false;
        };
    }
}
