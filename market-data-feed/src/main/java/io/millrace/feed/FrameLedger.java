package io.millrace.feed;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Counts what came of a feed's frames, and says which malformed ones are worth a word: the first of each kind.
 *
 * <p>Thread: the one that decodes. Allocation: none per frame. Deterministic: not part of what is.
 */
public final class FrameLedger {
    private final Map<FrameResult, AtomicCounter> results = new EnumMap<>(FrameResult.class);
    private final Map<FrameKind, AtomicCounter> malformed = new EnumMap<>(FrameKind.class);
    private final Set<FrameKind> reported = EnumSet.noneOf(FrameKind.class);

    public FrameLedger(final SourceContext context) {
        for (final FrameResult result : FrameResult.values()) {
            results.put(result, context.counter(result.label()));
        }
        for (final FrameKind kind : FrameKind.values()) {
            malformed.put(kind, context.counter("frames malformed: " + kind.label()));
        }
    }

    /**
     * Counts a frame.
     *
     * @return whether it should be reported: malformed, and the first of its kind
     */
    public boolean count(final FrameResult result, final FrameDecoder decoder) {
        results.get(result).incrementRelease();
        if (result != FrameResult.MALFORMED) {
            return false;
        }
        malformed.get(decoder.kind()).incrementRelease();
        return reported.add(decoder.kind());
    }

    /** What is wrong with the decoder's last frame; where it is may follow. */
    public static String describe(final FrameDecoder decoder) {
        return "a malformed frame (" + decoder.kind().label() + ") was skipped, more of this kind are only counted: "
                + decoder.fault().explanation();
    }
}
