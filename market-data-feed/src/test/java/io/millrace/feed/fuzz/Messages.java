package io.millrace.feed.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages of venues for fuzzing to begin with: of a made-up book, and one of each other kind. */
final class Messages {
    private static final int UPDATES = 3;

    private Messages() {}

    /** Messages of a venue; only those of books if there are others nowhere. */
    static List<String> of(final String venue) {
        final List<String> messages = new ArrayList<>();
        Arrays.stream(Spelling.values())
                .filter(spelling -> spelling.venue().equals(venue)
                        || venue.startsWith(spelling.venue().replaceAll("-.*", "")))
                .forEach(spelling -> books(spelling, messages));
        messages.addAll(others(venue));
        return messages;
    }

    private static void books(final Spelling spelling, final List<String> messages) {
        final TrueBook book = new TrueBook(1);
        messages.add(spelling.snapshot(book, 0));
        for (int i = 1; i <= UPDATES; i++) {
            messages.add(spelling.update(book, book.update(spelling.step()), i));
        }
    }

    private static List<String> others(final String venue) {
        return switch (venue.replaceAll("-.*", "")) {
            case "binance" ->
                List.of(
                        "{\"stream\":\"bnbbtc@trade\",\"data\":{\"e\":\"trade\",\"E\":1672515782136,\"s\":\"BNBBTC\",\"t\":12345,\"p\":\"0.001\",\"q\":\"100\",\"T\":1672515782136,\"m\":true,\"M\":true}}",
                        "{\"e\":\"aggTrade\",\"E\":1672515782136,\"a\":5933014,\"s\":\"BTCUSDT\",\"p\":\"0.001\",\"q\":\"100\",\"f\":100,\"l\":105,\"T\":1672515782136,\"m\":true}",
                        "{\"u\":400900217,\"s\":\"BNBUSDT\",\"b\":\"25.35190000\",\"B\":\"31.21000000\",\"a\":\"25.36520000\",\"A\":\"40.66000000\"}",
                        "{\"e\":\"markPriceUpdate\",\"E\":1562305380000,\"s\":\"BTCUSDT\",\"p\":\"11794.15000000\",\"i\":\"11784.6\",\"P\":\"11784.2\",\"r\":\"0.00038167\",\"T\":1562306400000}",
                        "{\"e\":\"forceOrder\",\"E\":1568014460893,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"f\":\"IOC\",\"q\":\"0.014\",\"p\":\"9910\",\"ap\":\"9910\",\"X\":\"FILLED\",\"l\":\"0.014\",\"z\":\"0.014\",\"T\":1568014460893}}",
                        "{\"result\":null,\"id\":1}",
                        "{\"code\":2,\"msg\":\"Invalid request: x\",\"id\":1}",
                        "{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1672515782136}}");
            case "kraken" ->
                List.of(
                        "{\"channel\":\"trade\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"side\":\"sell\",\"price\":105910.5,\"qty\":0.0001246,\"ord_type\":\"market\",\"trade_id\":10218209,\"timestamp\":\"2023-10-06T17:35:56.123456Z\"}]}",
                        "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":105944.2,\"bid_qty\":2.5,\"ask\":105944.3,\"ask_qty\":3.2,\"last\":105899.4,\"timestamp\":\"2023-10-06T17:35:56.123456Z\"}]}",
                        "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.10\",\"system\":\"online\",\"api_version\":\"v2\",\"connection_id\":15113583034416118705}]}",
                        "{\"channel\":\"heartbeat\"}",
                        "{\"method\":\"pong\",\"req_id\":42}",
                        "{\"error\":\"Subscription depth not supported\",\"method\":\"subscribe\",\"success\":false,\"req_id\":3}",
                        "[1234,{\"a\":[[\"5541.30000\",\"2.50700000\",\"1534614248.123678\"]],\"c\":\"974942666\"},\"book-10\",\"XBT/USD\"]",
                        "[0,{\"as\":[[\"5541.30000\",\"2.50700000\",\"1534614248.123678\"]],\"bs\":[[\"5541.20000\",\"1.52900000\",\"1534614248.765567\"]]},\"book-10\",\"XBT/USD\"]",
                        "{\"error\":[],\"result\":{\"XXBTZUSD\":[[\"30243.40000\",\"0.34507674\",1688669597.8277369,\"b\",\"m\",\"\",61044952]],\"last\":\"1688671969993150842\"}}");
            case "okx" ->
                List.of(
                        "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\":[{\"instId\":\"BTC-USDT\",\"tradeId\":\"130639474\",\"px\":\"42219.9\",\"sz\":\"0.12060306\",\"side\":\"buy\",\"ts\":\"1630048897897\",\"count\":\"3\",\"seqId\":1234}]}",
                        "{\"arg\":{\"channel\":\"bbo-tbt\",\"instId\":\"BTC-USDT\"},\"data\":[{\"asks\":[[\"111.06\",\"55154\",\"0\",\"2\"]],\"bids\":[[\"111.05\",\"57745\",\"0\",\"2\"]],\"ts\":\"1670324386802\",\"seqId\":363996337}]}",
                        "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\",\"connId\":\"a4d3ae55\"}",
                        "{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request\",\"connId\":\"a4d3ae55\"}",
                        "{\"id\":\"1512\",\"event\":\"subscribe\",\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"connId\":\"a4d3ae55\"}",
                        "pong");
            case "bybit" ->
                List.of(
                        "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1672304486868,\"data\":[{\"T\":1672304486865,\"s\":\"BTCUSDT\",\"S\":\"Buy\",\"v\":\"0.001\",\"p\":\"16578.50\",\"L\":\"PlusTick\",\"i\":\"20f43950-d8dd-5b31-9112-a178eb6023af\",\"BT\":false,\"seq\":1783284617}]}",
                        "{\"topic\":\"tickers.BTCUSDT\",\"type\":\"delta\",\"data\":{\"symbol\":\"BTCUSDT\",\"bid1Price\":\"17215.50\",\"bid1Size\":\"84.489\",\"markPrice\":\"17217.33\",\"fundingRate\":\"-0.000212\",\"nextFundingTime\":\"1673280000000\"},\"cs\":24987956059,\"ts\":1673272861686}",
                        "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"x\",\"req_id\":\"\",\"op\":\"ping\"}",
                        "{\"success\":false,\"ret_msg\":\"error\",\"conn_id\":\"x\",\"req_id\":\"3\",\"op\":\"subscribe\"}");
            case "tardis" ->
                List.of(
                        "{\"type\":\"trade\",\"symbol\":\"bitmex:XBTUSD\",\"timestamp\":\"1583020803145000\",\"id\":\"ccc3c1fa-212c\",\"side\":\"sell\",\"price\":\"8531.5\",\"amount\":\"1\"}",
                        "{\"type\":\"quote\",\"symbol\":\"bitmex:XBTUSD\",\"timestamp\":\"1583020803145000\",\"bids\":[[\"8629.2\",\"806\"]],\"asks\":[]}",
                        "{\"type\":\"book\",\"symbol\":\"bitmex:XBTUSD\",\"timestamp\":\"1583020803145000\",\"snapshot\":true,\"bids\":[[\"50000.0\",\"1.0\"]],\"asks\":[[\"50001.0\",\"1\"]]}",
                        "{\"type\":\"ticker\",\"symbol\":\"bitmex:XBTUSD\",\"timestamp\":\"1583020803145000\",\"markPrice\":\"9500.25\",\"indexPrice\":\"9500.0\",\"fundingRate\":\"0.0001\",\"fundingTimestamp\":\"1583020800000000\"}");
            case "deribit" ->
                List.of(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"trades.BTC-PERPETUAL.100ms\",\"data\":[{\"timestamp\":1765531356452,\"price\":92294.5,\"amount\":10.0,\"direction\":\"sell\",\"index_price\":92276.75,\"instrument_name\":\"BTC-PERPETUAL\",\"trade_seq\":271252854,\"mark_price\":92287.11,\"tick_direction\":2,\"contracts\":1.0,\"trade_id\":\"403691824\"}]}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"quote.BTC-PERPETUAL\",\"data\":{\"timestamp\":1765541767174,\"instrument_name\":\"BTC-PERPETUAL\",\"best_ask_price\":92288.5,\"best_bid_price\":92288.0,\"best_ask_amount\":99470.0,\"best_bid_amount\":133440.0}}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.BTC-PERPETUAL.100ms\"],\"usIn\":1,\"usOut\":2,\"usDiff\":1,\"testnet\":false}");
            case "coinbase" ->
                List.of(
                        "{\"type\":\"match\",\"trade_id\":280232,\"maker_order_id\":\"a\",\"taker_order_id\":\"b\",\"side\":\"sell\",\"size\":\"985\",\"price\":\"0.00001305\",\"product_id\":\"SKL-BTC\",\"sequence\":177100030,\"time\":\"2021-04-17T16:43:37.089723Z\"}",
                        "{\"type\":\"ticker\",\"sequence\":333938798,\"product_id\":\"BAND-GBP\",\"price\":\"14.7775\",\"best_bid\":\"14.7550\",\"best_bid_size\":\"1\",\"best_ask\":\"14.8060\",\"best_ask_size\":\"2\",\"side\":\"buy\",\"time\":\"2021-04-17T16:43:37.089723Z\",\"trade_id\":881613,\"last_size\":\"0.04\"}",
                        "{\"channel\":\"market_trades\",\"client_id\":\"\",\"timestamp\":\"2026-04-07T14:30:00.123456Z\",\"sequence_num\":5,\"events\":[{\"type\":\"update\",\"trades\":[{\"trade_id\":\"995098700\",\"product_id\":\"BTC-USD\",\"price\":\"68900.50\",\"size\":\"0.00150000\",\"side\":\"BUY\",\"time\":\"2026-04-07T14:30:00.123456Z\"}]}]}",
                        "{\"channel\":\"heartbeats\",\"client_id\":\"\",\"timestamp\":\"2026-04-07T14:30:00.123456Z\",\"sequence_num\":0,\"events\":[{\"current_time\":\"2026-04-07 14:30:10.000000000+00:00\",\"heartbeat_counter\":42}]}",
                        "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"level2\",\"product_ids\":[\"ETH-USD\"]}]}");
            default -> List.of();
        };
    }
}
