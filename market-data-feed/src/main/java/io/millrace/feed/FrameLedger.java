package io.millrace.feed;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import java.util.Arrays;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Counts what came of a feed's frames, and says which malformed ones are worth a word: the first of each kind.
 *
 * <p>Thread: the one that decodes. Allocation: none per frame. Deterministic: not part of what is.
 */
public final class FrameLedger {
    /** By result. */
    private final AtomicCounter[] results;

    /** By kind of frame. */
    private final AtomicCounter[] malformed;

    private final boolean[] reported;

    public FrameLedger(final SourceContext context) {
        results = Arrays.stream(FrameResult.values())
                .map(FrameResult::label)
                .map(context::counter)
                .toArray(AtomicCounter[]::new);
        malformed = Arrays.stream(FrameKind.values())
                .map(FrameKind::label)
                .map("frames malformed: "::concat)
                .map(context::counter)
                .toArray(AtomicCounter[]::new);
        reported = new boolean[malformed.length];
    }

    /**
     * Counts a frame.
     *
     * @return whether it should be reported: malformed, and the first of its kind
     */
    @SuppressWarnings("EnumOrdinal") // what an EnumMap does, without a collection in hot code
    public boolean count(final FrameResult result, final FrameDecoder decoder) {
        results[result.ordinal()].incrementRelease();
        if (result != FrameResult.MALFORMED) {
            return false;
        }
        final int kind = decoder.kind().ordinal();
        malformed[kind].incrementRelease();
        final boolean isFirst = !reported[kind];
        reported[kind] = true;
        return isFirst;
    }

    /** What is wrong with the decoder's last frame; where it is may follow. */
    public static String describe(final FrameDecoder decoder) {
        return "a malformed frame (" + decoder.kind().label() + ") was skipped, more of this kind are only counted: "
                + decoder.fault().explanation();
    }
}
