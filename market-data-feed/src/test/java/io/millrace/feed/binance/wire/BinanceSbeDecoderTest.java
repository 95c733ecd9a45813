package io.millrace.feed.binance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinanceSbeDecoderTest {
    private static final String AT = " at " + SbeFrames.MICROS + "000/7";

    private final SbeFrames frames = new SbeFrames();
    private final Recorder recorder = new Recorder();
    private final FrameDecoder decoder = Decoders.of(BinanceVenue.SPOT_SBE, Decoders.BASIC);

    private FrameResult decode(final byte[] frame) {
        return Frames.decode(decoder, frame, recorder);
    }

    @Test
    void decodesTrades() {
        assertThat(decode(frames.trades("BTCUSDT", 3_735_683_259L))).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #0 binance-spot-sbe BTCUSDT scales 8 8",
                        "trade #0 SELLER 0.02000000 @ 61837.63000000 id 3735683259 x1" + AT,
                        "trade #0 BUYER 1.50000000 @ 61837.64000000 id 3735683260 x1" + AT);
    }

    @Test
    void decodesBestBidsAndOffersOfAnyExponent() {
        decode(frames.best("BTCUSDT", 5, -2));
        decode(frames.best("BTCUSDT", 6, -8));
        assertThat(recorder.texts())
                .containsExactly(
                        "instrument #0 binance-spot-sbe BTCUSDT scales 2 5",
                        "quote #0 3.78826 @ 61837.63 | 1.54698 @ 61837.64 id 5" + AT,
                        "quote #0 3.78826 @ 61837.63 | 1.54698 @ 61837.64 id 6" + AT);
    }

    @Test
    void decodesUpdatesOfBooks() {
        assertThat(decode(frames.update("BTCUSDT", 157, 160))).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly(
                        "delta #0 BID 3.78826 @ 61837.63 ids 157-160 after -1" + AT,
                        "delta #0 BID 0.00000 @ 61837.00 ids 157-160 after -1" + AT,
                        "delta #0 ASK 1.54698 @ 61837.64 ids 157-160 after -1" + AT + " end");
    }

    @Test
    void takesNoPartialBookForAnUpdate() {
        assertThat(decode(frames.top("BTCUSDT"))).isEqualTo(FrameResult.UNUSED);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void decodesWhatIsTextLikeOtherConnections() {
        assertThat(Frames.decode(decoder, "{\"result\":null,\"id\":4}", recorder))
                .isEqualTo(FrameResult.ACCEPTED);
        assertThat(decoder.requestId()).isEqualTo(4);
        final String snapshot = "{\"stream\":\"btcusdt@depthSnapshot\",\"data\":{\"lastUpdateId\":160,"
                + "\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[]}}";
        assertThat(Frames.decode(decoder, snapshot, recorder)).isEqualTo(FrameResult.EVENTS);
        assertThat(recorder.events())
                .containsExactly("delta #0 BID 10 @ 0.0024 ids 160-160 after -1 at 0/7 snapshot end");
    }

    @Test
    void decodesBinaryFramesOfRecordings() {
        for (final String symbol : List.of("BTCUSDT", "BTCUSDTX", "BTCUSDTXX")) {
            final byte[] frame = frames.update(symbol, 157, 160);
            final Recorder bare = new Recorder();
            Frames.decode(Decoders.of(BinanceVenue.SPOT_SBE, Decoders.BASIC), frame, bare);
            final Recorder recorded = new Recorder();
            final String text = "\"" + Base64.getEncoder().encodeToString(frame) + "\"";
            assertThat(Frames.decode(Decoders.of(BinanceVenue.SPOT_SBE, Decoders.BASIC), text, recorded))
                    .isEqualTo(FrameResult.EVENTS);
            assertThat(recorded.all()).isEqualTo(bare.all());
        }
        assertThat(Frames.decode(decoder, "\"no base 64\"", recorder)).isEqualTo(FrameResult.MALFORMED);
    }

    @Test
    void stepsOverWhatLaterVersionsAdd() {
        final byte[] frame = frames.update("BTCUSDT", 157, 160);
        final byte[] longer = longer(longer(frame, 8 + 26, 0), 8 + 26 + 2 + 4 + 32, -1);
        assertThat(decode(longer)).isEqualTo(FrameResult.EVENTS);
        final Recorder other = new Recorder();
        Frames.decode(Decoders.of(BinanceVenue.SPOT_SBE, Decoders.BASIC), frame, other);
        assertThat(recorder.all()).isEqualTo(other.all());
    }

    /** Adds two bytes; the root's length tells of it, if {@code lengthAt} says where it stands; otherwise they are at the end. */
    private static byte[] longer(final byte[] frame, final int at, final int lengthAt) {
        final int place = lengthAt < 0 ? frame.length : at;
        final byte[] longer = Arrays.copyOf(frame, frame.length + 2);
        System.arraycopy(frame, place, longer, place + 2, frame.length - place);
        longer[place] = 99;
        longer[place + 1] = 99;
        if (lengthAt >= 0) {
            longer[lengthAt] = (byte) (longer[lengthAt] + 2);
        }
        return longer;
    }

    @Test
    void knowsNoOtherSchemaOrMessage() {
        final byte[] frame = frames.update("BTCUSDT", 157, 160);
        frame[4] = 3;
        assertThat(decode(frame)).isEqualTo(FrameResult.UNKNOWN);
        frame[4] = 1;
        frame[2]++;
        assertThat(decode(frame)).isEqualTo(FrameResult.UNKNOWN);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void everyPrefixIsMalformedAndGivesNothing() {
        for (final byte[] frame :
                List.of(frames.trades("BTCUSDT", 1), frames.best("BTCUSDT", 1, -8), frames.update("BTCUSDT", 1, 2))) {
            for (int length = 0; length < frame.length; length++) {
                assertThat(decode(Arrays.copyOf(frame, length))).isEqualTo(FrameResult.MALFORMED);
            }
        }
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void marksTheBookOfAMalformedUpdate() {
        decode(frames.update("ETHUSDT", 1, 2));
        decode(frames.update("BTCUSDT", 1, 2));
        recorder.clear();
        final byte[] negative = frames.update("BTCUSDT", 3, 4);
        negative[8 + 26 + 4 + 15] = -1;
        assertThat(decode(negative)).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.kind()).isEqualTo(FrameKind.BOOK);
        assertThat(decoder.fault()).isEqualTo(FrameFault.BAD_NUMBER);
        assertThat(recorder.texts()).containsExactly("delta #1 no level ids -1--1 after -1 at 0/7 fault MALFORMED end");
    }

    @Test
    void refusesExponentsThatLeaveNoNumber() {
        final byte[] frame = frames.best("BTCUSDT", 1, -8);
        frame[24] = 18;
        assertThat(decode(frame)).isEqualTo(FrameResult.MALFORMED);
        frame[24] = -19;
        assertThat(decode(frame)).isEqualTo(FrameResult.MALFORMED);
        assertThat(decoder.fault()).isEqualTo(FrameFault.TOO_LARGE);
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void leavesOutWhatTheFlowDoesNotUse() {
        final FrameDecoder none = Decoders.of(BinanceVenue.SPOT_SBE, new FeedInputs(-1, -1, -1, -1, -1, -1));
        for (final byte[] frame : List.of(frames.trades("X", 1), frames.best("X", 1, -8), frames.update("X", 1, 2))) {
            assertThat(Frames.decode(none, frame, recorder)).isEqualTo(FrameResult.UNUSED);
        }
        assertThat(recorder.all()).isEmpty();
    }

    @Test
    void allocatesNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final List<byte[]> all = List.of(
                Frames.padded(frames.trades("BTCUSDT", 1)),
                Frames.padded(frames.best("BTCUSDT", 1, -8)),
                Frames.padded(frames.update("BTCUSDT", 1, 2)));
        final Inlet inlet = new Inlet(1 << 12, 1 << 16, Beginning.ofNothing(8));
        final InletTarget target = new InletTarget();
        target.wrap(inlet);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 3_000; i++) {
                final byte[] frame = all.get(i % 3);
                inlet.beginFrame(i);
                decoder.decode(frame, 0, frame.length - FrameDecoder.SLACK, 1, target);
                inlet.abortFrame();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}
