package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.VenueFrames.Sample;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames spelled in other ways mean the same; damaged frames do no harm. */
class VenueFramesTest {
    private static final int REWORDINGS = 200;
    private static final int DAMAGES = 400;
    private static final String OTHERS = "0123456789{}[]\",:.-eE \\ntfx\u0000\u00ff";

    static List<Sample> samples() {
        return VenueFrames.all();
    }

    private static boolean isMark(final String event) {
        return event.contains("fault MALFORMED");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void meansTheSameInOtherWords(final Sample sample) {
        final Decoding plain = new Decoding(sample.venue());
        final FrameResult result = plain.decode(sample.frame());
        assertThat(result).isNotIn(FrameResult.MALFORMED, FrameResult.UNKNOWN);
        for (int seed = 0; seed < REWORDINGS; seed++) {
            final String other = JsonTree.reworded(sample.frame(), new Random(seed));
            final Decoding decoding = new Decoding(sample.venue());
            assertThat(decoding.decode(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEqualTo(result);
            assertThat(decoding.events()).as(other).isEqualTo(plain.events());
            assertThat(decoding.decoder().kind())
                    .as(other)
                    .isEqualTo(plain.decoder().kind());
            assertThat(decoding.decoder().confirmed())
                    .as(other)
                    .isEqualTo(plain.decoder().confirmed());
            assertThat(decoding.decoder().requestId())
                    .as(other)
                    .isEqualTo(plain.decoder().requestId());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesNothingOfAFrameThatIsCutOff(final Sample sample) {
        final byte[] frame = sample.frame().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < frame.length; length++) {
            final Decoding decoding = new Decoding(sample.venue());
            decoding.decode(sample.frame());
            assertThat(decoding.decode(Arrays.copyOf(frame, length)))
                    .as(sample.frame().substring(0, length))
                    .isEqualTo(FrameResult.MALFORMED);
            assertThat(decoding.events()).allMatch(VenueFramesTest::isMark);
        }
    }

    /** Bytes that are others give events of a whole frame or none; and never an exception. */
    @ParameterizedTest
    @MethodSource("samples")
    void survivesDamage(final Sample sample) {
        final byte[] frame = sample.frame().getBytes(StandardCharsets.UTF_8);
        final Random random = new Random(42);
        for (int i = 0; i < DAMAGES; i++) {
            final byte[] damaged = frame.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) OTHERS.charAt(random.nextInt(OTHERS.length()));
            }
            final Decoding decoding = new Decoding(sample.venue());
            if (decoding.decode(damaged) != FrameResult.EVENTS) {
                assertThat(decoding.events())
                        .as(new String(damaged, StandardCharsets.UTF_8))
                        .allMatch(VenueFramesTest::isMark);
            }
        }
    }
}
