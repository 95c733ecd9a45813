package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.InstrumentStatus;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What is written is what is read. Memory is filled with ones before, so that a field that is not written shows. */
class EventWritersTest {
    private static final int ROOM = 256;
    private static final long LARGE = 1L << 60;

    private final UnsafeBuffer bytes = new UnsafeBuffer(BufferUtil.allocateDirectAligned(ROOM, Long.BYTES));
    private final long address = bytes.addressOffset();

    EventWritersTest() {
        bytes.setMemory(0, ROOM, (byte) -1);
    }

    private <T extends MarketEvent> T read(final OffHeapCodec<T> codec, final EventWriter writer) {
        return codec.view(address, writer.length(), codec.create());
    }

    @Test
    void bookState() {
        final BookStateWriter writer = new BookStateWriter()
                .at(address)
                .instrumentId(7)
                .condition(BookCondition.INVALID)
                .reason(BookFault.CHECKSUM)
                .updateId(LARGE)
                .exchangeTime(8)
                .receiveTime(9);
        final BookState state = read(BookState.CODEC, writer);
        assertThat(state.instrumentId()).isEqualTo(7);
        assertThat(state.condition()).isEqualTo(BookCondition.INVALID);
        assertThat(state.isValid()).isFalse();
        assertThat(state.reason()).isEqualTo(BookFault.CHECKSUM);
        assertThat(state.updateId()).isEqualTo(LARGE);
        assertThat(state.exchangeTime()).isEqualTo(8);
        assertThat(state.receiveTime()).isEqualTo(9);
        assertThat(state)
                .hasToString("book of instrument 7: INVALID (CHECKSUM), update 1152921504606846976, exchange time 8");
    }

    @Test
    void bookRequestAndAnswer() {
        final BookRequest request = read(
                BookRequest.CODEC,
                new BookRequestWriter().at(address).instrumentId(7).reason(BookFault.OVERFLOW));
        assertThat(request.instrumentId()).isEqualTo(7);
        assertThat(request.reason()).isEqualTo(BookFault.OVERFLOW);
        assertThat(request).hasToString("request for a snapshot of instrument 7: OVERFLOW");
        final BookAnswer answer = read(
                BookAnswer.CODEC,
                new BookAnswerWriter().at(address).instrumentId(8).outcome(AnswerOutcome.UNAVAILABLE));
        assertThat(answer.instrumentId()).isEqualTo(8);
        assertThat(answer.outcome()).isEqualTo(AnswerOutcome.UNAVAILABLE);
        assertThat(answer).hasToString("snapshot of instrument 8: UNAVAILABLE");
    }

    @Test
    void funding() {
        final FundingWriter writer = new FundingWriter()
                .at(address)
                .instrumentId(7)
                .rateScale(8)
                .rate(-38_167)
                .fundingTime(10)
                .exchangeTime(8)
                .receiveTime(9);
        final Funding funding = read(Funding.CODEC, writer);
        assertThat(funding.instrumentId()).isEqualTo(7);
        assertThat(funding.rateScale()).isEqualTo(8);
        assertThat(funding.rate()).isEqualTo(-38_167);
        assertThat(funding.fundingTime()).isEqualTo(10);
        assertThat(funding.exchangeTime()).isEqualTo(8);
        assertThat(funding.receiveTime()).isEqualTo(9);
        assertThat(funding).hasToString("funding of instrument 7: -0.00038167 at 10, exchange time 8");
    }

    @Test
    void markPrice() {
        final MarkPriceWriter writer = new MarkPriceWriter()
                .at(address)
                .instrumentId(7)
                .priceScale(2)
                .markPrice(101)
                .indexPrice(99)
                .exchangeTime(8)
                .receiveTime(9);
        final MarkPrice mark = read(MarkPrice.CODEC, writer);
        assertThat(mark.instrumentId()).isEqualTo(7);
        assertThat(mark.priceScale()).isEqualTo(2);
        assertThat(mark.markPrice()).isEqualTo(101);
        assertThat(mark.indexPrice()).isEqualTo(99);
        assertThat(mark.exchangeTime()).isEqualTo(8);
        assertThat(mark.receiveTime()).isEqualTo(9);
        assertThat(mark).hasToString("mark of instrument 7: 1.01, index 0.99, exchange time 8");
    }

    @Test
    void liquidation() {
        final LiquidationWriter writer = new LiquidationWriter()
                .at(address)
                .instrumentId(7)
                .priceScale(1)
                .sizeScale(3)
                .aggressor(Aggressor.SELLER)
                .price(LARGE)
                .size(14)
                .exchangeTime(8)
                .receiveTime(9);
        final Liquidation liquidation = read(Liquidation.CODEC, writer);
        assertThat(liquidation.instrumentId()).isEqualTo(7);
        assertThat(liquidation.isSell()).isTrue();
        assertThat(liquidation.isBuy()).isFalse();
        assertThat(liquidation.price()).isEqualTo(LARGE);
        assertThat(liquidation.size()).isEqualTo(14);
        assertThat(liquidation.exchangeTime()).isEqualTo(8);
        assertThat(liquidation.receiveTime()).isEqualTo(9);
        assertThat(liquidation.priceScale()).isEqualTo(1);
        assertThat(liquidation)
                .hasToString("liquidation of instrument 7: 0.014 @ 115292150460684697.6, sold, exchange time 8");
    }

    private BookDeltaWriter delta(final int bids, final int asks) {
        return new BookDeltaWriter()
                .at(address, bids, asks, true)
                .instrumentId(7)
                .priceScale(2)
                .sizeScale(3)
                .ids(1, 2, -1)
                .exchangeTime(8)
                .receiveTime(9);
    }

    @Test
    void bookDelta() {
        final BookDeltaWriter writer = delta(1, 2)
                .checksum((int) 3310070434L)
                .endOfEvent(true)
                .level(0, 99, 4)
                .levels(1, new long[] {0, LARGE, 5, 102, 6}, 1, 2)
                .digits(0, 2, 3)
                .digits(1, 1, 2)
                .digits(2, 18, 0);
        final BookDelta delta = BookDelta.CODEC.view(address, writer.length(), BookDelta.CODEC.create());
        assertThat(delta.levels()).isEqualTo(3);
        assertThat(delta.bids()).isEqualTo(1);
        assertThat(delta.price(0)).isEqualTo(99);
        assertThat(delta.size(0)).isEqualTo(4);
        assertThat(delta.price(1)).isEqualTo(LARGE);
        assertThat(delta.size(1)).isEqualTo(5);
        assertThat(delta.price(2)).isEqualTo(102);
        assertThat(delta.size(2)).isEqualTo(6);
        assertThat(delta.hasDigits()).isTrue();
        assertThat(delta.priceDigits(1)).isEqualTo(1);
        assertThat(delta.sizeDigits(1)).isEqualTo(2);
        assertThat(delta.priceDigits(2)).isEqualTo(18);
        assertThat(delta.isChecked()).isTrue();
        assertThat(delta.checksum()).isEqualTo((int) 3310070434L);
        assertThat(delta.isSnapshot()).isFalse();
        assertThat(delta.isEndOfEvent()).isTrue();
        assertThat(delta.isFault()).isFalse();
        assertThat(delta)
                .hasToString("3 levels of instrument 7: bid 0.004 @ 0.99, ask 0.005 @ 11529215046068469.76, "
                        + "ask 0.006 @ 1.02, updates 1 to 2, end of event, exchange time 8");
        assertThatThrownBy(() -> delta.price(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> delta.sizeDigits(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bookDeltaIsWhatItsSchemaSays() {
        final BookDeltaWriter writer = delta(1, 1)
                .snapshot(true)
                .level(0, 99, 4)
                .level(1, 101, 5)
                .digits(0, 2, 3)
                .digits(1, 1, 2);
        final BookDeltaDecoder decoder =
                new BookDeltaDecoder().wrapAndApplyHeader(bytes, 0, new MessageHeaderDecoder());
        assertThat(decoder.bids()).isEqualTo(1);
        assertThat(decoder.flags().snapshot()).isTrue();
        assertThat(decoder.flags().endOfEvent()).isFalse();
        final BookDeltaDecoder.LevelsDecoder levels = decoder.levels();
        assertThat(levels.count()).isEqualTo(2);
        assertThat(levels.next().price()).isEqualTo(99);
        assertThat(levels.size()).isEqualTo(4);
        assertThat(levels.next().price()).isEqualTo(101);
        assertThat(levels.size()).isEqualTo(5);
        final BookDeltaDecoder.DigitsDecoder digits = decoder.digits();
        assertThat(digits.count()).isEqualTo(2);
        assertThat(digits.next().priceDigits()).isEqualTo((short) 2);
        assertThat(digits.next().sizeDigits()).isEqualTo((short) 2);
        assertThat(MessageHeaderDecoder.ENCODED_LENGTH + decoder.encodedLength())
                .isEqualTo(writer.length());
    }

    @Test
    void bookDeltaWithoutLevels() {
        final BookDeltaWriter writer = new BookDeltaWriter();
        writer.at(address, 0, 0, false).instrumentId(7).receiveTime(9).fault(BookFault.LOST);
        final BookDelta delta = BookDelta.CODEC.view(address, writer.length(), BookDelta.CODEC.create());
        assertThat(delta.isFault()).isTrue();
        assertThat(delta.levels()).isZero();
        assertThat(delta.hasDigits()).isFalse();
        assertThat(delta.fault()).isEqualTo(BookFault.LOST);
        assertThat(delta).hasToString("fault of the book of instrument 7: LOST, receive time 9");
        assertThatThrownBy(() -> delta.priceDigits(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aBookDeltaOfAnotherLengthIsNone() {
        final BookDeltaWriter writer = new BookDeltaWriter();
        writer.at(address, 1, 1, false).instrumentId(7);
        final BookDelta delta = BookDelta.CODEC.create();
        for (int length = 0; length < 2 * writer.length(); length++) {
            if (length != writer.length()) {
                final int other = length;
                assertThatThrownBy(() -> BookDelta.CODEC.view(address, other, delta))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("of " + other + " bytes");
            }
        }
        assertThatThrownBy(() -> writer.at(address, BookDeltaWriter.MOST_LEVELS, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 256");
    }

    private InstrumentEncoder instrument() {
        return new InstrumentEncoder()
                .wrapAndApplyHeader(bytes, 0, new MessageHeaderEncoder())
                .instrumentId(7)
                .priceScale((short) 2)
                .sizeScale((short) 3)
                .venue("kraken")
                .symbol("XBT/USD")
                .name("BTC-USD")
                .tickSize(10)
                .lotSize(1)
                .status(InstrumentStatus.HALTED)
                .bookRule(BookRule.NEXT_ID)
                .bookChecksum(BookChecksum.KRAKEN)
                .bookDepth(25);
    }

    @Test
    void instrumentDefinition() {
        instrument();
        assertThat(Instrument.read(bytes, 0))
                .isEqualTo(new Instrument(
                        7,
                        "kraken",
                        "XBT/USD",
                        "BTC-USD",
                        2,
                        3,
                        10,
                        1,
                        InstrumentStatus.HALTED,
                        BookRule.NEXT_ID,
                        BookChecksum.KRAKEN,
                        25));
    }

    @Test
    void definitionsOfOldJournalsCanBeRead() {
        instrument();
        new MessageHeaderEncoder().wrap(bytes, 0).version(1);
        assertThat(Instrument.read(bytes, 0))
                .isEqualTo(new Instrument(
                        7,
                        "kraken",
                        "XBT/USD",
                        "XBT/USD",
                        2,
                        3,
                        0,
                        0,
                        InstrumentStatus.UNKNOWN,
                        BookRule.UNNUMBERED,
                        BookChecksum.NONE,
                        0));
    }
}
