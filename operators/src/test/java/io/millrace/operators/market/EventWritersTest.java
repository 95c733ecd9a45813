package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.BookSide;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.InstrumentStatus;
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

    @Test
    void bookDelta() {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.BLOCK_LENGTH;
        final BookDeltaEncoder encoder =
                new BookDeltaEncoder().wrapAndApplyHeader(bytes, 0, new MessageHeaderEncoder());
        encoder.instrumentId(7)
                .priceScale((short) 2)
                .sizeScale((short) 3)
                .side(BookSide.ASK)
                .price(101)
                .size(5)
                .firstUpdateId(1)
                .lastUpdateId(2)
                .previousUpdateId(-1)
                .exchangeTime(8)
                .receiveTime(9)
                .checksum((int) 3310070434L)
                .priceDigits((short) 1)
                .sizeDigits((short) 2)
                .fault(BookFault.NONE)
                .flags()
                .clear()
                .hasChecksum(true)
                .endOfEvent(true);
        final BookDelta delta = BookDelta.CODEC.view(address, length, BookDelta.CODEC.create());
        assertThat(delta.isBid()).isFalse();
        assertThat(delta.hasLevel()).isTrue();
        assertThat(delta.isChecked()).isTrue();
        assertThat(delta.checksum()).isEqualTo((int) 3310070434L);
        assertThat(delta.priceDigits()).isEqualTo(1);
        assertThat(delta.sizeDigits()).isEqualTo(2);
        assertThat(delta.isFault()).isFalse();
        assertThat(delta)
                .hasToString("ask of instrument 7: 0.005 @ 1.01, updates 1 to 2, end of event, exchange time 8");
        encoder.fault(BookFault.LOST).flags().noLevel(true);
        assertThat(delta.isFault()).isTrue();
        assertThat(delta.hasLevel()).isFalse();
        assertThat(delta.fault()).isEqualTo(BookFault.LOST);
        assertThat(delta).hasToString("fault of the book of instrument 7: LOST, receive time 9");
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
