package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.EventText;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceDecoderTest {
    private static final int TRADES = 0;
    private static final int QUOTES = 1;
    private static final String TRADE =
            "{\"e\":\"trade\",\"E\":1723161255343,\"s\":\"BTCUSDT\",\"t\":3735683259,\"p\":\"61837.63000000\","
                    + "\"q\":\"0.02000000\",\"T\":1723161255342,\"m\":true,\"M\":true}";
    private static final String AGG_TRADE =
            "{\"e\":\"aggTrade\",\"E\":123456789,\"a\":5933014,\"s\":\"BTCUSDT\",\"p\":\"0.001\",\"q\":\"100\","
                    + "\"f\":100,\"l\":105,\"T\":123456785,\"m\":false,\"st\":1}";
    private static final String SPOT_QUOTE =
            "{\"u\":400900217,\"s\":\"BNBUSDT\",\"b\":\"25.35190000\",\"B\":\"31.21000000\",\"a\":\"25.36520000\","
                    + "\"A\":\"40.66000000\"}";
    private static final String DEPTH =
            "{\"e\":\"depthUpdate\",\"E\":123456789,\"T\":123456788,\"s\":\"BTCUSDT\",\"U\":157,\"u\":160,\"pu\":149,"
                    + "\"b\":[[\"0.0024\",\"10\"],[\"0.0023\",\"0\"]],\"a\":[[\"0.0026\",\"100\"]]}";

    private final Recorder recorder = new Recorder();
    private final BinanceDecoder decoder = decoder(true, true);

    private static BinanceDecoder decoder(final boolean tradeFrames, final boolean aggregateFrames) {
        return Decoders.binance(Decoders.ALL, new BinanceDialect(tradeFrames, aggregateFrames, false));
    }

    private FrameResult decode(final String frame) {
        return Frames.decode(decoder, frame, recorder);
    }

    @Test
    void definesAnInstrumentBeforeItsFirstEvent() {
        assertThat(decode(TRADE)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.all())
                .containsExactly(
                        new Recorder.Given(
                                TRADES, RecordKind.DEFINITION, "instrument #0 binance-spot BTCUSDT scales 8 8"),
                        new Recorder.Given(
                                TRADES,
                                RecordKind.DATA,
                                "trade #0 SELLER 0.02000000 @ 61837.63000000 id 3735683259 x1"
                                        + " at 1723161255342000000/7"));
        assertThat(decode(TRADE)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.definitions()).hasSize(1);
    }

    @Test
    void decodesAggregatedTrades() {
        assertThat(decode(AGG_TRADE)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).containsExactly("trade #0 BUYER 100 @ 0.001 id 105 x6 at 123456785000000/7");
    }

    @Test
    void decodesSpotQuotesWithoutTypeAndTime() {
        assertThat(decode(SPOT_QUOTE)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.all().get(1))
                .isEqualTo(new Recorder.Given(
                        QUOTES,
                        RecordKind.DATA,
                        "quote #0 31.21000000 @ 25.35190000 | 40.66000000 @ 25.36520000 id 400900217 at 0/7"));
    }

    @Test
    void takesTransactionTimeOfFuturesQuotes() {
        decode("{\"e\":\"bookTicker\",\"u\":1,\"E\":1568014460893,\"T\":1568014460891,\"s\":\"BNBUSDT\","
                + "\"b\":\"25.3\",\"B\":\"31\",\"a\":\"25.4\",\"A\":\"40\",\"st\":1,\"ps\":\"BNBUSDT\"}");
        assertThat(recorder.events()).containsExactly("quote #0 31 @ 25.3 | 40 @ 25.4 id 1 at 1568014460891000000/7");
    }

    @Test
    void decodesEachLevelOfABookAndFlagsTheLast() {
        assertThat(decode(DEPTH)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #0 binance-spot BTCUSDT scales 4 0",
                        "delta #0 BID 10 @ 0.0024 ids 157-160 after 149 at 123456788000000/7",
                        "delta #0 BID 0 @ 0.0023 ids 157-160 after 149 at 123456788000000/7",
                        "delta #0 ASK 100 @ 0.0026 ids 157-160 after 149 at 123456788000000/7 end");
    }

    @Test
    void flagsTheLastBidOfABookWithoutAsks() {
        decode(
                "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"X\",\"U\":1,\"u\":2,\"b\":[[\"1\",\"1\"],[\"2\",\"1\"]],\"a\":[]}");
        assertThat(recorder.events())
                .containsExactly(
                        "delta #0 BID 1 @ 1 ids 1-2 after -1 at 1000000/7",
                        "delta #0 BID 1 @ 2 ids 1-2 after -1 at 1000000/7 end");
    }

    @Test
    void givesOnlyTheIdsOfAnUpdateWithoutLevels() {
        assertThat(decode("{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"X\",\"U\":1,\"u\":2,\"b\":[],\"a\":[]}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).containsExactly("delta #0 no level ids 1-2 after -1 at 1000000/7 end");
    }

    @Test
    void decodesCombinedStreamsInEitherOrder() {
        assertThat(decode("{\"stream\":\"btcusdt@trade\",\"data\":" + TRADE + "}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(decode("{\"data\":" + TRADE + ",\"stream\":\"btcusdt@trade\"}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).hasSize(2);
    }

    @Test
    void takesSixteenDigitsForMicroseconds() {
        decode(TRADE.replace("1723161255342", "1723161255342123"));
        assertThat(recorder.events().get(0)).endsWith("at 1723161255342123000/7");
    }

    @Test
    void refusesTimesThatAreNeither() {
        assertThat(decode(TRADE.replace("1723161255342", "17231612553421"))).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.fault()).isEqualTo(FrameFault.BAD_TIME);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void countsEachTradeOnceWhereBothKindsCome() {
        assertThat(decode(TRADE)).isEqualTo(FrameResult.EVENTS);
        assertThat(decode(AGG_TRADE)).isEqualTo(FrameResult.UNUSED);
        assertThat(decode(AGG_TRADE.replace("BTCUSDT", "ETHUSDT"))).isEqualTo(FrameResult.EVENTS);
        assertThat(decode(TRADE.replace("BTCUSDT", "ETHUSDT"))).isEqualTo(FrameResult.UNUSED);
        assertThat(recorder.events()).hasSize(2);
    }

    @Test
    void takesOnlyTheKindOfTradesThatWasAskedFor() {
        final BinanceDecoder aggregate = decoder(false, true);
        assertThat(Frames.decode(aggregate, TRADE, recorder)).isEqualTo(FrameResult.UNUSED);
        assertThat(Frames.decode(aggregate, AGG_TRADE, recorder)).isEqualTo(FrameResult.EVENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSURANCE_FUND", "ADL", "NA"})
    void skipsTradesOutsideTheBook(final String type) {
        final String frame = TRADE.replace("\"M\":true", "\"X\":\"" + type + "\"");
        assertThat(decode(frame)).isEqualTo(FrameResult.OFF_BOOK);
        assertThat(recorder.all()).isEmpty();
        assertThat(decode(TRADE.replace("\"M\":true", "\"X\":\"MARKET\""))).isEqualTo(FrameResult.EVENTS);
    }

    @Test
    void skipsOrderIdsInOldTradeFrames() {
        assertThat(decode(TRADE.replace("\"T\":", "\"b\":133829535,\"a\":133829504,\"T\":")))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).hasSize(1);
    }

    @Test
    void definesAnInstrumentAnewWhenAValueNeedsMoreDecimals() {
        decode(AGG_TRADE);
        decode(AGG_TRADE.replace("\"0.001\"", "\"0.0015\"").replace("\"100\"", "\"0.5\""));
        decode(AGG_TRADE.replace("\"0.001\"", "\"2\""));
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #0 binance-spot BTCUSDT scales 3 0",
                        "trade #0 BUYER 100 @ 0.001 id 105 x6 at 123456785000000/7",
                        "instrument #0 binance-spot BTCUSDT scales 4 1",
                        "trade #0 BUYER 0.5 @ 0.0015 id 105 x6 at 123456785000000/7",
                        "trade #0 BUYER 100.0 @ 2.0000 id 105 x6 at 123456785000000/7");
    }

    @Test
    void keepsTheScaleWhenOnlyZerosExceedIt() {
        decode(AGG_TRADE);
        decode(AGG_TRADE.replace("\"0.001\"", "\"0.00200000\""));
        assertThat(recorder.definitions()).hasSize(1);
        assertThat(recorder.events().get(1)).contains("@ 0.002 ");
    }

    @Test
    void numbersInstrumentsInTheOrderOfFirstUse() {
        decode(TRADE);
        decode(SPOT_QUOTE);
        decode(DEPTH);
        assertThat(recorder.definitions())
                .containsExactly(
                        "instrument #0 binance-spot BTCUSDT scales 8 8",
                        "instrument #1 binance-spot BNBUSDT scales 8 8");
    }

    @Test
    void leavesOutStreamsThatTheFlowDoesNotUse() {
        final BinanceDecoder none = Decoders.binance(new FeedInputs(-1, -1, -1, -1, -1, -1), BinanceDialect.SPOT);
        assertThat(Frames.decode(none, TRADE, recorder)).isEqualTo(FrameResult.UNUSED);
        assertThat(Frames.decode(none, AGG_TRADE, recorder)).isEqualTo(FrameResult.UNUSED);
        assertThat(Frames.decode(none, SPOT_QUOTE, recorder)).isEqualTo(FrameResult.UNUSED);
        assertThat(Frames.decode(none, DEPTH, recorder)).isEqualTo(FrameResult.UNUSED);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void tellsAnswersApart() {
        assertThat(decode("{\"result\":null,\"id\":1}")).isEqualTo(FrameResult.ACCEPTED);
        assertThat(decoder.requestId()).isEqualTo(1);
        assertThat(decode("{\"result\":[\"btcusdt@trade\"],\"id\":3}")).isEqualTo(FrameResult.ACCEPTED);
        assertThat(decode("{\"code\":2,\"msg\":\"Invalid request\",\"id\":5}")).isEqualTo(FrameResult.REFUSED);
        assertThat(decoder.requestId()).isEqualTo(5);
        assertThat(decode("{\"error\":{\"code\":2,\"msg\":\"no\"},\"id\":6}")).isEqualTo(FrameResult.REFUSED);
        assertThat(decoder.requestId()).isEqualTo(6);
        assertThat(decode("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}"))
                .isEqualTo(FrameResult.SHUTDOWN);
    }

    private static final String SNAPSHOT =
            "{\"lastUpdateId\":160,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}";

    @Test
    void takesASnapshotForTheInstrumentThatItsStreamNames() {
        decode(DEPTH.replace("BTCUSDT", "ETHUSDT"));
        recorder.clear();
        assertThat(decode("{\"stream\":\"bnbusdt@depthSnapshot\",\"data\":" + SNAPSHOT + "}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #1 binance-spot BNBUSDT scales 4 0",
                        "delta #1 BID 10 @ 0.0024 ids 160-160 after -1 at 0/7 snapshot",
                        "delta #1 ASK 100 @ 0.0026 ids 160-160 after -1 at 0/7 snapshot end");
    }

    @Test
    void takesABareSnapshotForTheOnlyInstrument() {
        assertThat(decode(SNAPSHOT)).isEqualTo(FrameResult.SNAPSHOT);
        assertThat(recorder.all()).isEmpty();
        decode(DEPTH);
        recorder.clear();
        assertThat(decode(SNAPSHOT.replace("160,", "160,\"E\":1723161256501,\"T\":1723161256493,")))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.texts().get(1))
                .isEqualTo("delta #0 ASK 100 @ 0.0026 ids 160-160 after -1 at 1723161256493000000/7 snapshot end");
        decode(TRADE.replace("BTCUSDT", "ETHUSDT"));
        assertThat(decode(SNAPSHOT)).isEqualTo(FrameResult.SNAPSHOT);
    }

    @Test
    void takesASnapshotForTheInstrumentThatItNames() {
        decode(DEPTH);
        decode(DEPTH.replace("BTCUSDT", "BTCUSD_PERP"));
        recorder.clear();
        decode(SNAPSHOT.replace("160,", "160,\"symbol\":\"BTCUSD_PERP\",\"pair\":\"BTCUSD\","));
        assertThat(recorder.events()).hasSize(2).allMatch(event -> event.startsWith("delta #1 "));
    }

    @Test
    void marksTheBookOfAMalformedSnapshot() {
        decode(DEPTH);
        decode(DEPTH.replace("BTCUSDT", "ETHUSDT"));
        recorder.clear();
        assertThat(decode("{\"stream\":\"ethusdt@depthSnapshot\",\"data\":" + SNAPSHOT.replace("10\"", "x\"") + "}"))
                .isEqualTo(FrameResult.MALFORMED);
        assertThat(recorder.texts()).containsExactly("delta #1 no level ids -1--1 after -1 at 0/7 fault MALFORMED end");
    }

    @Test
    void takesNoPartialBookForASnapshotOrAnUpdate() {
        decode(DEPTH);
        recorder.clear();
        assertThat(decode("{\"stream\":\"btcusdt@depth5@100ms\",\"data\":" + SNAPSHOT + "}"))
                .isEqualTo(FrameResult.UNKNOWN);
        assertThat(decode("{\"stream\":\"btcusdt@depth20@500ms\",\"data\":" + DEPTH + "}"))
                .isEqualTo(FrameResult.UNUSED);
        assertThat(decode("{\"stream\":\"btcusdt@depth@500ms\",\"data\":" + DEPTH + "}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(decode("{\"stream\":\"btcusdt@depth\",\"data\":" + DEPTH + "}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).hasSize(6);
    }

    @Test
    void marksTheBookWhoseUpdateIsCutOff() {
        decode(DEPTH);
        decode(DEPTH.replace("BTCUSDT", "ETHUSDT"));
        recorder.clear();
        assertThat(decode(DEPTH.substring(0, 120))).isEqualTo(FrameResult.MALFORMED);
        assertThat(decode(TRADE.substring(0, 120))).isEqualTo(FrameResult.MALFORMED);
        assertThat(recorder.texts()).containsExactly("delta #0 no level ids -1--1 after -1 at 0/7 fault MALFORMED end");
    }

    @Test
    void wantsPreviousIdsOfFutures() {
        final BinanceDecoder futures = Decoders.binance(Decoders.ALL, BinanceDialect.FUTURES);
        assertThat(Frames.decode(futures, DEPTH, recorder)).isEqualTo(FrameResult.EVENTS);
        assertThat(Frames.decode(futures, DEPTH.replace("\"pu\"", "\"px\""), recorder))
                .isEqualTo(FrameResult.MALFORMED);
    }

    @Test
    void decodesMarkPricesWithFundingRates() {
        final String mark = "{\"e\":\"markPriceUpdate\",\"E\":1562305380000,\"s\":\"BTCUSDT\",\"p\":\"11794.15000000\","
                + "\"i\":\"11784.62659091\",\"P\":\"11784.25641265\",\"r\":\"-0.00038167\",\"T\":1562306400000}";
        assertThat(decode(mark)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly(
                        "funding #0 -0.00038167 paid at 1562306400000000000 at 1562305380000000000/7",
                        "mark #0 11794.15000000 index 11784.62659091 at 1562305380000000000/7");
        assertThat(decode(mark.replace("-0.00038167", "-0.0003x"))).isEqualTo(FrameResult.MALFORMED);
    }

    @Test
    void decodesMarkPricesOfDatedFuturesWithoutFundingRates() {
        assertThat(decode("{\"e\":\"markPriceUpdate\",\"E\":1592265602000,\"s\":\"BTCUSD_200925\","
                        + "\"p\":\"9501.15723333\",\"P\":\"9429.39675000\",\"r\":\"\",\"T\":0}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly("mark #0 9501.15723333 index 0.00000000 at 1592265602000000000/7");
    }

    @Test
    void decodesLiquidations() {
        final String order =
                "{\"e\":\"forceOrder\",\"E\":1568014460893,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"o\":\"LIMIT\","
                        + "\"f\":\"IOC\",\"q\":\"0.014\",\"p\":\"9910\",\"ap\":\"9910.5\",\"X\":\"FILLED\",\"l\":\"0.014\",\"z\":\"0.014\","
                        + "\"T\":1568014460890}}";
        assertThat(decode(order)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).containsExactly("liquidation #0 SELLER 0.014 @ 9910 at 1568014460890000000/7");
        assertThat(decode(order.replace("SELL", "NONE"))).isEqualTo(FrameResult.MALFORMED);
    }

    @Test
    void tellsWhatTheVenueSaysOfItsInstruments() {
        final FrameDecoder spot = Decoders.of(BinanceVenue.SPOT, Decoders.ALL, "BTCUSDT");
        final Recorder facts = new Recorder(EventText::facts);
        final String filters =
                "\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"tickSize\":\"0.01000000\"},"
                        + "{\"stepSize\":\"0.00001000\",\"filterType\":\"LOT_SIZE\"},{\"filterType\":\"MARKET_LOT_SIZE\","
                        + "\"stepSize\":\"0.00000000\"}]";
        final String list =
                "{\"stream\":\"!exchangeInfo\",\"data\":{\"timezone\":\"UTC\",\"rateLimits\":[{}],\"symbols\":["
                        + "{\"symbol\":\"BTCUSDT\",\"status\":\"BREAK\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\","
                        + filters
                        + "},{\"symbol\":\"XYZUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"XYZ\",\"quoteAsset\":\"USDT\","
                        + filters + "}]}}";
        assertThat(Frames.decode(spot, list, facts)).isEqualTo(FrameResult.INSTRUMENTS);
        assertThat(facts.all()).isEmpty();
        assertThat(Frames.decode(spot, TRADE, facts)).isEqualTo(FrameResult.EVENTS);
        assertThat(facts.definitions())
                .containsExactly("instrument #0 binance-spot BTCUSDT scales 2 5 BTC-USDT tick 0.01 lot 0.00001 HALTED"
                        + " ASKED_NEXT_ID");
        assertThat(Frames.decode(spot, list.replace("0.01000000", "x"), facts)).isEqualTo(FrameResult.MALFORMED);
        assertThat(spot.kind()).isEqualTo(FrameKind.INSTRUMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"e\":\"kline\",\"E\":1,\"s\":\"BTCUSDT\",\"k\":{\"t\":1,\"o\":\"0.0010\",\"x\":false}}",
                "{\"e\":\"24hrTicker\",\"p\":\"-88.17\",\"b\":\"x\",\"q\":[1,2],\"a\":{\"a\":1}}",
                "{\"e\":\"trades\",\"p\":1e400}",
                "{\"stream\":\"!ticker@arr\",\"data\":[{\"e\":\"24hrTicker\"}]}"
            })
    void countsMessagesOfOtherTypes(final String frame) {
        assertThat(decode(frame)).isEqualTo(FrameResult.UNKNOWN);
        assertThat(decoder.kind()).isEqualTo(FrameKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{",
                "{\"e\"",
                "{\"e\":\"trade\"",
                "{\"e\":\"trade\"}}",
                "{\"e\":\"trade\",}",
                "{\"e\":\"trade\" \"p\":\"1\"}",
                "{e:\"trade\"}",
                "{\"e\":\"trade\",\"p\":}",
                "{\"e\":\"trade\",\"x\":[1,2}",
                "{\"stream\":\"btcusdt@trade\",}",
                "{\"stream\":\"btcusdt@trade\"",
                "{\"stream\":\"btcusdt@trade"
            })
    void findsWhatIsNoJsonObject(final String frame) {
        assertThat(decode(frame)).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.fault()).isEqualTo(FrameFault.NOT_JSON);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFrame() {
        fault(TRADE.replace("\"t\":3735683259,", ""), FrameFault.MISSING_FIELD);
        fault(TRADE.replace("\"m\":true", "\"m\":1"), FrameFault.MISSING_FIELD);
        fault(TRADE.replace("61837.63000000", "0.-10000"), FrameFault.BAD_NUMBER);
        fault(TRADE.replace("61837.63000000", "61837630000000000000"), FrameFault.TOO_LARGE);
        fault(TRADE.replace("3735683259", "37356832593735683259"), FrameFault.TOO_LARGE);
        fault(TRADE.replace("BTCUSDT", ""), FrameFault.BAD_SYMBOL);
        fault(TRADE.replace("BTCUSDT", "B".repeat(33)), FrameFault.BAD_SYMBOL);
        fault(SPOT_QUOTE.replace("{\"u\"", "{\"e\":\"bookTicker\",\"v\""), FrameFault.MISSING_FIELD);
        fault(DEPTH.replace("\"0.0023\",\"0\"", "\"0.0023\",\"0x\""), FrameFault.BAD_NUMBER);
        fault(DEPTH.replace("\"a\":[[", "\"c\":[["), FrameFault.MISSING_FIELD);
        fault(DEPTH.replace("\"100\"", "\"99999999999999999999\""), FrameFault.TOO_LARGE);
        assertThat(recorder.all()).isEmpty();
    }

    private void fault(final String frame, final FrameFault expected) {
        assertThat(decode(frame)).as(frame).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.fault()).as(frame).isEqualTo(expected);
    }

    @Test
    void refusesNumbersThatOverflowTheScaleOfTheirInstrument() {
        decode(TRADE);
        recorder.clear();
        fault(TRADE.replace("61837.63000000", "923372036854"), FrameFault.TOO_LARGE);
        fault(
                "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[[\"1\",\"1\"]],"
                        + "\"a\":[[\"2\",\"923372036854\"]]}",
                FrameFault.TOO_LARGE);
        assertThat(recorder.texts()).containsExactly("delta #0 no level ids -1--1 after -1 at 0/7 fault MALFORMED end");
    }

    @Test
    void ignoresKeysThatShareBitsWithLetters() {
        assertThat(decode(TRADE.replace("\"q\":\"0.02000000\"", "\"1\":\"0.02000000\"")))
                .isEqualTo(FrameResult.MALFORMED);
        assertThat(decode(TRADE.replace("\"q\":", "\"1\":\"9\",\"2\":7,\"4\":8,\"q\":")))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events().get(0)).contains("SELLER 0.02000000 @ 61837.63000000 id 3735683259 ");
    }
}
