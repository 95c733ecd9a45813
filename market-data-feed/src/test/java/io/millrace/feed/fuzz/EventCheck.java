package io.millrace.feed.fuzz;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.OffHeap;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameResult;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes the events of one frame, and says whether they can be all of a frame. Allocates nothing, so that decoders can be measured. */
final class EventCheck implements EventTarget {
    private static final int SPACE = 1 << 16;

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(SPACE, Long.BYTES));
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BookDelta delta = BookDelta.CODEC.create();
    private int events;
    private int marks;
    private boolean isOpen;
    private String problem;

    void begin() {
        events = 0;
        marks = 0;
        isOpen = false;
        problem = null;
    }

    @Override
    public UnsafeBuffer buffer() {
        return buffer;
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public long claimAddress(final int maxLength) {
        return OffHeap.address(buffer);
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        if (kind != RecordKind.DATA) {
            return;
        }
        if (header.wrap(buffer, 0).templateId() != BookDeltaDecoder.TEMPLATE_ID) {
            events++;
            return;
        }
        take(BookDelta.CODEC.view(OffHeap.address(buffer), length, delta));
    }

    private void take(final BookDelta given) {
        if (given.isFault()) {
            marks++;
            require(!isOpen, "a mark stands inside of a message");
            require(given.isEndOfEvent() && given.levels() == 0, "a mark that looks like a level");
            return;
        }
        events++;
        isOpen = !given.isEndOfEvent();
        require(given.levels() > 0 || given.isEndOfEvent(), "a message without levels goes on");
        require(isScale(given.priceScale()) && isScale(given.sizeScale()), "a scale is out of range");
        for (int level = 0; level < given.levels(); level++) {
            require(given.size(level) >= 0, "a level has a negative size");
            // Zeros at the end of what was sent may be more than the scale has room for.
            require(
                    !given.hasDigits() || isScale(given.priceDigits(level)) && isScale(given.sizeDigits(level)),
                    "digits as sent are out of range");
        }
    }

    private static boolean isScale(final int scale) {
        return scale >= 0 && scale <= PowersOfTen.MAX;
    }

    private void require(final boolean condition, final String otherwise) {
        if (!condition && problem == null) {
            problem = otherwise;
        }
    }

    /** What is wrong with what a frame gave, or null. */
    String problem(final FrameResult result) {
        require(!isOpen, "a message has no end");
        require(result == FrameResult.EVENTS || events == 0, "a frame that is no message gave events");
        require(result != FrameResult.DUPLICATE || marks == 0, "a frame that came already gave marks");
        return problem;
    }
}
