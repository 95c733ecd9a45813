package io.millrace.feed.support;

import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames as text. */
public final class Frames {
    /** Receive time of frames that name none. */
    public static final long RECEIVED = 7;

    private Frames() {}

    /** Bytes of a text with room behind them that holds what must not be read as part of it. */
    public static byte[] padded(final byte[] frame) {
        final byte[] bytes = Arrays.copyOf(frame, frame.length + FrameDecoder.SLACK);
        Arrays.fill(bytes, frame.length, bytes.length, (byte) '1');
        return bytes;
    }

    public static byte[] padded(final String frame) {
        return padded(frame.getBytes(StandardCharsets.UTF_8));
    }

    public static FrameResult decode(final FrameDecoder decoder, final String frame, final EventTarget target) {
        return decode(decoder, frame.getBytes(StandardCharsets.UTF_8), target);
    }

    public static FrameResult decode(final FrameDecoder decoder, final byte[] frame, final EventTarget target) {
        return decoder.decode(padded(frame), 0, frame.length, RECEIVED, target);
    }
}
