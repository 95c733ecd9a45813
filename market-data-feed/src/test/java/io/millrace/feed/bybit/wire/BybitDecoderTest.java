package io.millrace.feed.bybit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.bybit.BybitVenue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.EventText;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BybitDecoderTest {
    private static final String BOOK =
            "{\"topic\":\"orderbook.50.BTCUSDT\",\"type\":\"delta\",\"ts\":1687940967466,\"data\":{\"s\":\"BTCUSDT\","
                    + "\"b\":[[\"30247.20\",\"30.028\"],[\"30240.00\",\"0\"]],\"a\":[[\"30248.70\",\"0\"]],"
                    + "\"u\":177400507,\"seq\":66544703342},\"cts\":1687940967464}";
    private static final String TOP =
            "{\"topic\":\"orderbook.1.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1672304484978,\"data\":{\"s\":\"BTCUSDT\","
                    + "\"b\":[[\"16493.50\",\"0.006\"]],\"a\":[[\"16611.00\",\"0.029\"]],\"u\":18521288,"
                    + "\"seq\":7961638724},\"cts\":1672304484976}";
    private static final String TRADE =
            "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1672304486868,\"data\":[{\"T\":1672304486865,"
                    + "\"s\":\"BTCUSDT\",\"S\":\"Buy\",\"v\":\"0.001\",\"p\":\"16578.50\",\"L\":\"PlusTick\","
                    + "\"i\":\"20f43950-d8dd-5b31-9112-a178eb6023af\",\"BT\":false,\"seq\":1783284617}]}";
    private static final String TICKER =
            "{\"topic\":\"tickers.BTCUSDT\",\"type\":\"snapshot\",\"data\":{\"symbol\":\"BTCUSDT\","
                    + "\"tickDirection\":\"PlusTick\",\"markPrice\":\"17217.33\",\"indexPrice\":\"17227.36\","
                    + "\"nextFundingTime\":\"1673280000000\",\"fundingRate\":\"-0.000212\"},\"cs\":24987956059,"
                    + "\"ts\":1673272861686}";
    private static final String LIQUIDATION =
            "{\"topic\":\"allLiquidation.ROSEUSDT\",\"type\":\"snapshot\",\"ts\":1739502303204,\"data\":[{"
                    + "\"T\":1739502302929,\"s\":\"ROSEUSDT\",\"S\":\"Sell\",\"v\":\"20000\",\"p\":\"0.04499\"}]}";

    private final Recorder recorder = new Recorder();
    private final FrameDecoder decoder = Decoders.of(BybitVenue.LINEAR, Decoders.ALL);

    private FrameResult decode(final String frame) {
        return Frames.decode(decoder, frame, recorder);
    }

    @Test
    void decodesUpdatesOfBooksWithTheTimeOfTheMatch() {
        assertThat(decode(BOOK)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #0 bybit-linear BTCUSDT scales 2 3",
                        "delta #0 BID 30.028 @ 30247.20 ids 177400507-177400507 after -1 at 1687940967464000000/7",
                        "delta #0 BID 0.000 @ 30240.00 ids 177400507-177400507 after -1 at 1687940967464000000/7",
                        "delta #0 ASK 0.000 @ 30248.70 ids 177400507-177400507 after -1 at 1687940967464000000/7 end");
    }

    @Test
    void tellsSnapshots() {
        decode(BOOK.replace("delta", "snapshot"));
        assertThat(recorder.events()).hasSize(3).allMatch(event -> event.contains(" snapshot"));
    }

    @Test
    void takesTheNumberOneForASnapshotWhateverItIsCalled() {
        decode(BOOK.replace("177400507", "1"));
        assertThat(recorder.events()).hasSize(3).allMatch(event -> event.contains(" snapshot"));
    }

    @Test
    void givesTheNumberOfAnUpdateWithoutLevels() {
        decode(BOOK.replace("[[\"30247.20\",\"30.028\"],[\"30240.00\",\"0\"]]", "[]")
                .replace("[[\"30248.70\",\"0\"]]", "[]"));
        assertThat(recorder.events())
                .containsExactly("delta #0 no level ids 177400507-177400507 after -1 at 1687940967464000000/7 end");
    }

    @Test
    void takesTheTimeOfSendingWhereThereIsNoOther() {
        decode(BOOK.replace(",\"cts\":1687940967464", ""));
        assertThat(recorder.events().get(0)).endsWith("at 1687940967466000000/7");
    }

    @Test
    void takesBooksOfOneLevelForQuotes() {
        assertThat(decode(TOP)).isEqualTo(FrameResult.EVENTS);
        assertThat(decode(TOP.replace("18521288", "18521289").replace("[[\"16611.00\",\"0.029\"]]", "[]")))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly(
                        "quote #0 0.006 @ 16493.50 | 0.029 @ 16611.00 id 18521288 at 1672304484976000000/7",
                        "quote #0 0.006 @ 16493.50 | 0.000 @ 0.00 id 18521289 at 1672304484976000000/7");
    }

    @Test
    void numbersTradesThatShareASequenceNumber() {
        final String another =
                ",{\"seq\":1783284617,\"BT\":false,\"p\":\"16578.00\",\"v\":\"2\",\"S\":\"Sell\",\"s\":\"BTCUSDT\","
                        + "\"T\":1672304486865}";
        assertThat(decode(TRADE.replace("}]", "}" + another + "]"))).isEqualTo(FrameResult.EVENTS);
        decode(TRADE);
        decode(TRADE.replace("1783284617", "1783284620"));
        assertThat(recorder.events())
                .containsExactly(
                        "trade #0 BUYER 0.001 @ 16578.50 id 116869340659712 x1 at 1672304486865000000/7",
                        "trade #0 SELLER 2.000 @ 16578.00 id 116869340659713 x1 at 1672304486865000000/7",
                        "trade #0 BUYER 0.001 @ 16578.50 id 116869340659714 x1 at 1672304486865000000/7",
                        "trade #0 BUYER 0.001 @ 16578.50 id 116869340856320 x1 at 1672304486865000000/7");
    }

    @Test
    void leavesOutTradesThatDidNotTakePlaceInTheBook() {
        assertThat(decode(TRADE.replace("\"BT\":false", "\"BT\":true"))).isEqualTo(FrameResult.OFF_BOOK);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void decodesMarkPricesAndFundingRates() {
        assertThat(decode(TICKER)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly(
                        "funding #0 -0.000212 paid at 1673280000000000000 at 1673272861686000000/7",
                        "mark #0 17217.33 index 17227.36 at 1673272861686000000/7");
    }

    @Test
    void tellsOnlyWhatAnUpdateOfATickerHas() {
        decode("{\"topic\":\"tickers.BTCUSDT\",\"type\":\"delta\",\"data\":{\"symbol\":\"BTCUSDT\","
                + "\"markPrice\":\"17217.50\",\"fundingRate\":\"\"},\"ts\":1673272861687}");
        assertThat(recorder.events()).containsExactly("mark #0 17217.50 index 0.00 at 1673272861687000000/7");
        recorder.clear();
        assertThat(decode("{\"topic\":\"tickers.BTCUSDT\",\"type\":\"delta\",\"data\":{\"symbol\":\"BTCUSDT\","
                        + "\"volume24h\":\"9\"},\"ts\":1673272861688}"))
                .isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void takesTheSideOfALiquidationForThatOfThePosition() {
        assertThat(decode(LIQUIDATION)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events()).containsExactly("liquidation #0 BUYER 20000 @ 0.04499 at 1739502302929000000/7");
    }

    @Test
    void tellsAnswersApart() {
        assertThat(decode(
                        "{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"x\",\"req_id\":\"3\",\"op\":\"subscribe\"}"))
                .isEqualTo(FrameResult.ACCEPTED);
        assertThat(decoder.requestId()).isEqualTo(3);
        assertThat(
                        decode(
                                "{\"success\":false,\"ret_msg\":\"error:handler not found\",\"req_id\":\"x1\",\"op\":\"subscribe\"}"))
                .isEqualTo(FrameResult.REFUSED);
        assertThat(decoder.requestId()).isEqualTo(-1);
        assertThat(decode("{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"x\",\"op\":\"ping\"}"))
                .isEqualTo(FrameResult.ALIVE);
        assertThat(decode("{\"op\":\"pong\",\"args\":[\"1672916271846\"]}")).isEqualTo(FrameResult.ALIVE);
        assertThat(decoder.kind()).isEqualTo(FrameKind.CONTROL);
        assertThat(decode("{\"topic\":\"kline.5.BTCUSDT\",\"data\":[{}],\"type\":\"snapshot\"}"))
                .isEqualTo(FrameResult.UNKNOWN);
    }

    @Test
    void tellsWhatTheVenueSaysOfItsInstruments() {
        final FrameDecoder spot = Decoders.of(BybitVenue.SPOT, Decoders.ALL, "BTCUSDT");
        final Recorder facts = new Recorder(EventText::facts);
        final String list =
                "{\"topic\":\"instruments-info\",\"data\":{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":"
                        + "\"spot\",\"list\":[{\"symbol\":\"BTCUSDT\",\"baseCoin\":\"BTC\",\"quoteCoin\":\"USDT\",\"status\":\"Trading\","
                        + "\"lotSizeFilter\":{\"basePrecision\":\"0.000001\",\"minOrderQty\":\"0.000011\"},"
                        + "\"priceFilter\":{\"tickSize\":\"0.10\"}},{\"symbol\":\"OTHER\"}]},\"time\":1}}";
        assertThat(Frames.decode(spot, list, facts)).isEqualTo(FrameResult.INSTRUMENTS);
        Frames.decode(spot, TOP, facts);
        assertThat(facts.definitions())
                .containsExactly("instrument #0 bybit-spot BTCUSDT scales 1 6 BTC-USDT tick 0.1 lot 0.000001 TRADING"
                        + " NEXT_ID");
        assertThat(Frames.decode(spot, list.replace("0.10", "x"), facts)).isEqualTo(FrameResult.MALFORMED);
    }

    @Test
    void leavesOutTopicsThatTheFlowDoesNotUse() {
        final FrameDecoder none = Decoders.of(BybitVenue.LINEAR, new FeedInputs(-1, -1, -1, -1, -1, -1));
        for (final String frame : List.of(BOOK, TOP, TRADE, TICKER, LIQUIDATION)) {
            assertThat(Frames.decode(none, frame.replace("\"p\":\"", "\"p\":\"x"), recorder))
                    .isEqualTo(FrameResult.UNUSED);
        }
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFrame() {
        fault(BOOK.replace("30.028", "0.-10000"), FrameFault.BAD_NUMBER);
        fault(BOOK.replace("\"u\"", "\"v\""), FrameFault.MISSING_FIELD);
        fault(BOOK.replace("\"a\"", "\"c\""), FrameFault.MISSING_FIELD);
        fault(BOOK.replace("delta", "other"), FrameFault.MISSING_FIELD);
        fault(BOOK.replace("ts\"", "tz\""), FrameFault.BAD_TIME);
        fault(BOOK.replace("\"s\"", "\"z\""), FrameFault.BAD_SYMBOL);
        fault(BOOK.replace("data", "date"), FrameFault.MISSING_FIELD);
        fault(TRADE.replace("Buy", "Hold"), FrameFault.MISSING_FIELD);
        fault(TRADE.replace("1672304486865", "16723044868651"), FrameFault.BAD_TIME);
        fault(LIQUIDATION.replace("20000", "-"), FrameFault.BAD_NUMBER);
        fault(TICKER.replace("17217.33", "x"), FrameFault.BAD_NUMBER);
        assertThat(recorder.all()).isEmpty();
    }

    private void fault(final String frame, final FrameFault expected) {
        assertThat(decode(frame)).as(frame).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.fault()).as(frame).isEqualTo(expected);
    }

    @Test
    void marksTheBookOfAMalformedUpdate() {
        decode(BOOK.replace("BTCUSDT", "ETHUSDT"));
        decode(BOOK);
        recorder.clear();
        assertThat(decode(BOOK.substring(0, 120))).isEqualTo(FrameResult.MALFORMED);
        assertThat(decode(TRADE.replace("0.001", "x"))).isEqualTo(FrameResult.MALFORMED);
        assertThat(recorder.texts()).containsExactly("delta #1 no level ids -1--1 after -1 at 0/7 fault MALFORMED end");
    }

    @ParameterizedTest
    @ValueSource(strings = {BOOK, TOP, TRADE, TICKER, LIQUIDATION})
    void everyPrefixIsMalformedAndGivesNothing(final String frame) {
        for (int length = 0; length < frame.length(); length++) {
            assertThat(decode(frame.substring(0, length))).isEqualTo(FrameResult.MALFORMED);
        }
        assertThat(recorder.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BOOK, TOP, TRADE, TICKER, LIQUIDATION})
    void membersMayComeInAnyOrderWithWhiteSpaceAndOthersBetween(final String frame) {
        decode(frame);
        final List<String> expected = recorder.events();
        for (final List<String> members : orders(members(frame))) {
            final Recorder other = new Recorder();
            final String spelled =
                    "{ \"new\" : [ {\"u\":123456789012345678901234567890} ]\n," + String.join(" ,\t", members) + " } ";
            assertThat(Frames.decode(Decoders.of(BybitVenue.LINEAR, Decoders.ALL), spelled, other))
                    .as(spelled)
                    .isEqualTo(FrameResult.EVENTS);
            assertThat(other.events()).as(spelled).isEqualTo(expected);
        }
    }

    /** Members of an object, as they are written. */
    private static List<String> members(final String object) {
        final List<String> members = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 1; i < object.length() - 1; i++) {
            final char character = object.charAt(i);
            depth += "{[".indexOf(character) >= 0 ? 1 : "}]".indexOf(character) >= 0 ? -1 : 0;
            if (character == ',' && depth == 0) {
                members.add(object.substring(start, i));
                start = i + 1;
            }
        }
        members.add(object.substring(start, object.length() - 1));
        return members;
    }

    private static List<List<String>> orders(final List<String> members) {
        if (members.size() < 2) {
            return List.of(members);
        }
        final List<List<String>> orders = new ArrayList<>();
        for (int first = 0; first < members.size(); first++) {
            final List<String> others = new ArrayList<>(members);
            final String begins = others.remove(first);
            for (final List<String> rest : orders(others)) {
                final List<String> order = new ArrayList<>(List.of(begins));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
