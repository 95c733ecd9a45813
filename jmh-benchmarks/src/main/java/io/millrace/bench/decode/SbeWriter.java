package io.millrace.bench.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.feed.decode.EventTarget;
import io.millrace.operators.market.BookDeltaWriter;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.QuoteEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;

/**
 * Gives encoders that write straight into a target: take one, set all its fields, commit.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class SbeWriter {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final QuoteEncoder quote = new QuoteEncoder();
    private final BookDeltaEncoder bookDelta = new BookDeltaEncoder();
    private EventTarget target;
    private int length;

    /** From now on events go here. */
    public void wrap(final EventTarget events) {
        target = events;
    }

    public TradeEncoder trade() {
        return trade.wrapAndApplyHeader(target.buffer(), claim(HEADER + TradeEncoder.BLOCK_LENGTH), header);
    }

    public QuoteEncoder quote() {
        return quote.wrapAndApplyHeader(target.buffer(), claim(HEADER + QuoteEncoder.BLOCK_LENGTH), header);
    }

    /** A delta of so many levels, without digits. */
    public BookDeltaEncoder bookDelta(final int levels) {
        return bookDelta.wrapAndApplyHeader(target.buffer(), claim(BookDeltaWriter.length(levels, false)), header);
    }

    private int claim(final int eventLength) {
        length = eventLength;
        return target.claim(eventLength);
    }

    /** Adds the event to an input. */
    public void commit(final int input) {
        target.commit(input, RecordKind.DATA, length);
    }
}
