package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceDecoderTest {
    private static final int TRADES = 0;
    private static final int QUOTES = 1;
    private static final int BOOK = 2;
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
        return new BinanceDecoder(
                new BinanceInputs(TRADES, QUOTES, BOOK, tradeFrames, aggregateFrames),
                new KnownInstruments("binance-spot", 0));
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
    void givesNothingForABookWithoutLevels() {
        assertThat(decode("{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"X\",\"U\":1,\"u\":2,\"b\":[],\"a\":[]}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.all()).isEmpty();
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
        final BinanceDecoder none = new BinanceDecoder(
                new BinanceInputs(SourceContext.UNUSED, SourceContext.UNUSED, SourceContext.UNUSED, true, true),
                new KnownInstruments("binance-spot", 0));
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

    @Test
    void skipsBookSnapshots() {
        assertThat(decode("{\"lastUpdateId\":160,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}"))
                .isEqualTo(FrameResult.SNAPSHOT);
        assertThat(recorder.all()).isEmpty();
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
        assertThat(recorder.all()).isEmpty();
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
