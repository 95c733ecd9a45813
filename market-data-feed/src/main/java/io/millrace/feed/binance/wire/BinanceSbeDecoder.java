package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.sbe.BookFault;

/**
 * Decodes a connection of Binance spot on which market data is binary: what the venue says of requests and of itself is text,
 * as are the answers of its REST endpoints. A recording holds binary frames as text, too: in quotes.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: as far as its gate is.
 */
public final class BinanceSbeDecoder implements FrameDecoder {
    private final Base64Frame recorded = new Base64Frame();
    private final BinanceDecoder texts;
    private final SbeMessages messages;
    private FrameDecoder last;

    /** @param instruments those of the feed; this decoder adds what frames name first */
    public BinanceSbeDecoder(final FrameEvents events, final KnownInstruments instruments) {
        this.texts = new BinanceDecoder(events, instruments, BinanceDialect.SPOT);
        this.messages = new SbeMessages(events);
        this.last = texts;
    }

    @Override
    public FrameResult decode(
            final byte[] bytes, final int offset, final int length, final long receiveTime, final EventTarget target) {
        if (SbeMessages.isBinary(bytes, offset, length)) {
            last = messages;
            return messages.decode(bytes, offset, length, receiveTime, target);
        }
        if (recorded.read(bytes, offset, length)) {
            last = messages;
            return messages.decode(recorded.bytes(), 0, recorded.length(), receiveTime, target);
        }
        last = texts;
        return texts.decode(bytes, offset, length, receiveTime, target);
    }

    @Override
    public FrameKind kind() {
        return last.kind();
    }

    @Override
    public FrameFault fault() {
        return last.fault();
    }

    @Override
    public long requestId() {
        return last.requestId();
    }

    @Override
    public void bookFault(final BookFault reason, final long receiveTime, final EventTarget target) {
        texts.bookFault(reason, receiveTime, target);
    }
}
