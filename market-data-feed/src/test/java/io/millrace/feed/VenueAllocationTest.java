package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.VenueFrames.Sample;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.Frames;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that a thread allocates, by its own counter, for frames of venues with snapshots in band. */
class VenueAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 40;
    private static final int FRAMES = 500;
    private static final int BATCH = 1 << 16;

    private final Inlet inlet = new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
    private final InletTarget target = new InletTarget();

    static List<Sample> samples() {
        return VenueFrames.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decodingAllocatesNothing(final Sample sample) {
        final FrameDecoder decoder = new Decoding(sample.venue()).decoder();
        final byte[] frame = Frames.padded(sample.frame());
        assertThat(leastAllocated(decoder, frame, FrameResult.UNKNOWN)).isZero();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusingAllocatesNothing(final Sample sample) {
        final FrameDecoder decoder = new Decoding(sample.venue()).decoder();
        final byte[] frame =
                Frames.padded(sample.frame().substring(0, sample.frame().length() - 1) + " ");
        assertThat(leastAllocated(decoder, frame, FrameResult.EVENTS)).isZero();
    }

    private long leastAllocated(final FrameDecoder decoder, final byte[] frame, final FrameResult unexpected) {
        target.wrap(inlet);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < FRAMES; i++) {
                inlet.beginFrame(i);
                decoder.begin();
                final FrameResult result = decoder.decode(frame, 0, frame.length - FrameDecoder.SLACK, 1, target);
                inlet.abortFrame();
                if (result == unexpected) {
                    throw new AssertionError(result);
                }
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
