package io.millrace.feed.fuzz;

import io.millrace.feed.fuzz.TrueBook.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How venues spell books: written down once more, from what they publish, so that decoders are not held against themselves. */
enum Spelling {
    BINANCE_SPOT("binance-spot", "BTCUSDT", 3) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return "{\"stream\":\"btcusdt@depthSnapshot\",\"data\":{\"lastUpdateId\":" + book.id() + ",\"bids\":"
                    + quoted(all(book, true)) + ",\"asks\":" + quoted(all(book, false)) + "}}";
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1672515782136,\"s\":\"BTCUSDT\",\"U\":"
                    + book.firstId() + ",\"u\":" + book.id() + ",\"b\":" + quoted(of(changes, true)) + ",\"a\":"
                    + quoted(of(changes, false)) + "}}";
        }
    },
    BINANCE_USDM("binance-usdm", "BTCUSDT", 3) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return "{\"stream\":\"btcusdt@depthSnapshot\",\"data\":{\"lastUpdateId\":" + book.id()
                    + ",\"E\":1672515782136,\"T\":1672515782130,\"bids\":" + quoted(all(book, true)) + ",\"asks\":"
                    + quoted(all(book, false)) + "}}";
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return "{\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1672515782136,\"T\":1672515782130,\"s\":\"BTCUSDT\",\"U\":"
                    + book.firstId() + ",\"u\":" + book.id() + ",\"pu\":" + book.previousId() + ",\"b\":"
                    + quoted(of(changes, true)) + ",\"a\":" + quoted(of(changes, false)) + "}}";
        }
    },
    KRAKEN("kraken", "BTC/USD", 1) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return kraken("snapshot", book, all(book, true), all(book, false));
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return kraken("update", book, of(changes, true), of(changes, false));
        }
    },
    OKX("okx", "BTC-USDT", 5) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return okx("snapshot", book, all(book, true), all(book, false), -1);
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return okx("update", book, of(changes, true), of(changes, false), book.previousId());
        }
    },
    BYBIT("bybit-spot", "BTCUSDT", 1) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return bybit("snapshot", book, all(book, true), all(book, false));
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return bybit("delta", book, of(changes, true), of(changes, false));
        }
    },
    DERIBIT("deribit", "BTC-PERPETUAL", 7) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return deribit("snapshot", "", book, all(book, true), all(book, false));
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return deribit(
                    "change",
                    "\"prev_change_id\":" + book.previousId() + ",",
                    book,
                    of(changes, true),
                    of(changes, false));
        }
    },
    COINBASE("coinbase", "BTC-USD", 1) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            return "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"bids\":" + quoted(all(book, true))
                    + ",\"asks\":" + quoted(all(book, false)) + "}";
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return "{\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"changes\":["
                    + list(
                            changes,
                            change -> "[\"" + (change.isBid() ? "buy" : "sell") + "\",\""
                                    + TrueBook.price(change.price()) + "\",\"" + TrueBook.size(change.size()) + "\"]")
                    + "],\"time\":\"2021-04-17T16:43:37.075687Z\"}";
        }
    },
    COINBASE_ADVANCED("coinbase-advanced", "BTC-USD", 1) {
        @Override
        String snapshot(final TrueBook book, final long message) {
            final List<Change> levels = new ArrayList<>(all(book, true));
            levels.addAll(all(book, false));
            return advanced("snapshot", levels, message);
        }

        @Override
        String update(final TrueBook book, final List<Change> changes, final long message) {
            return advanced("update", changes, message);
        }
    };

    private final String venue;
    private final String symbol;
    private final int step;

    Spelling(final String venue, final String symbol, final int step) {
        this.venue = venue;
        this.symbol = symbol;
        this.step = step;
    }

    /** Name of the venue. */
    String venue() {
        return venue;
    }

    /** The venue's name of the instrument. */
    String symbol() {
        return symbol;
    }

    /** How far ids go on with each update. */
    int step() {
        return step;
    }

    /** @param message number of the message on its connection */
    abstract String snapshot(TrueBook book, long message);

    /** @param changes that have led to the book */
    abstract String update(TrueBook book, List<Change> changes, long message);

    private static List<Change> all(final TrueBook book, final boolean bids) {
        final Map<Long, Long> side = bids ? book.bids() : book.asks();
        return side.entrySet().stream()
                .map(level -> new Change(bids, level.getKey(), level.getValue()))
                .toList();
    }

    private static List<Change> of(final List<Change> changes, final boolean bids) {
        final Predicate<Change> isOfSide = change -> change.isBid() == bids;
        return changes.stream().filter(isOfSide).toList();
    }

    private static String list(final List<Change> levels, final Function<Change, String> text) {
        return levels.stream().map(text).collect(Collectors.joining(","));
    }

    private static String quoted(final List<Change> levels) {
        return "["
                + list(
                        levels,
                        level -> "[\"" + TrueBook.price(level.price()) + "\",\"" + TrueBook.size(level.size()) + "\"]")
                + "]";
    }

    private static String kraken(
            final String type, final TrueBook book, final List<Change> bids, final List<Change> asks) {
        final Function<Change, String> text = level ->
                "{\"price\":" + TrueBook.price(level.price()) + ",\"qty\":" + TrueBook.size(level.size()) + "}";
        return "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":["
                + list(bids, text) + "],\"asks\":[" + list(asks, text) + "],\"checksum\":" + book.krakenChecksum()
                + ",\"timestamp\":\"2026-08-16T23:37:04.190019Z\"}]}";
    }

    private static String okx(
            final String action,
            final TrueBook book,
            final List<Change> bids,
            final List<Change> asks,
            final long previous) {
        final Function<Change, String> text = level ->
                "[\"" + TrueBook.price(level.price()) + "\",\"" + TrueBook.size(level.size()) + "\",\"0\",\"1\"]";
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"action\":\"" + action
                + "\",\"data\":[{\"asks\":[" + list(asks, text) + "],\"bids\":[" + list(bids, text)
                + "],\"ts\":\"1597026383085\",\"checksum\":" + book.okxChecksum() + ",\"prevSeqId\":" + previous
                + ",\"seqId\":" + book.id() + "}]}";
    }

    private static String bybit(
            final String type, final TrueBook book, final List<Change> bids, final List<Change> asks) {
        return "{\"topic\":\"orderbook.50.BTCUSDT\",\"type\":\"" + type
                + "\",\"ts\":1687940967466,\"data\":{\"s\":\"BTCUSDT\",\"b\":" + quoted(bids) + ",\"a\":" + quoted(asks)
                + ",\"u\":" + book.id() + ",\"seq\":" + 10 * book.id() + "},\"cts\":1687940967464}";
    }

    private static String deribit(
            final String type,
            final String previous,
            final TrueBook book,
            final List<Change> bids,
            final List<Change> asks) {
        final Function<Change, String> text = level -> "[\"" + (level.size() == 0 ? "delete" : "change") + "\","
                + TrueBook.price(level.price()) + "," + TrueBook.size(level.size()) + "]";
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"book.BTC-PERPETUAL.100ms\",\"data\":{\"type\":\""
                + type + "\",\"timestamp\":1699999999000," + previous
                + "\"instrument_name\":\"BTC-PERPETUAL\",\"change_id\":" + book.id() + ",\"bids\":[" + list(bids, text)
                + "],\"asks\":[" + list(asks, text) + "]}}}";
    }

    private static String advanced(final String type, final List<Change> levels, final long message) {
        return "{\"channel\":\"l2_data\",\"client_id\":\"\",\"timestamp\":\"2026-04-07T14:30:00.123456Z\",\"sequence_num\":"
                + message + ",\"events\":[{\"type\":\"" + type + "\",\"product_id\":\"BTC-USD\",\"updates\":["
                + list(
                        levels,
                        level -> "{\"side\":\"" + (level.isBid() ? "bid" : "offer")
                                + "\",\"event_time\":\"2026-04-07T14:30:00.123456Z\",\"price_level\":\""
                                + TrueBook.price(level.price()) + "\",\"new_quantity\":\""
                                + TrueBook.size(level.size()) + "\"}")
                + "]}]}";
    }
}
