package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelRunTest {
    /** What comes before the list in a frame. */
    private static final String BEFORE = "{\"b\":....";

    private static final String SIGNS = "0123456789\"\".,[] -+eE\\x\u0000\u0014\u001e~:?/";
    private static final int LISTS = 12;

    private final Levels levels = new Levels();

    /** White space behind its bracket keeps a level from being read in any quick way. */
    private static byte[] spaced(final byte[] bytes, final int end) {
        final byte[] spaced = new byte[2 * bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            spaced[length++] = bytes[i];
            if (bytes[i] == '[' && i < end) {
                spaced[length++] = ' ';
            }
        }
        return Arrays.copyOf(spaced, length);
    }

    private static int brackets(final byte[] bytes, final int from, final int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '[' ? 1 : 0;
        }
        return count;
    }

    private void checkAgainstUsualWay(final byte[] bytes, final int end) {
        final int at = BEFORE.length();
        final Levels usual = new Levels();
        final int expected = usual.read(spaced(bytes, end), at, end + brackets(bytes, at, end));
        final int next = levels.read(bytes, at, end);
        if (expected == Json.BROKEN) {
            assertThat(next).isEqualTo(Json.BROKEN);
            // Which of two faults it is depends on the way where a frame ends within a level.
            if (end == bytes.length - FrameDecoder.SLACK) {
                assertThat(levels.fault()).isEqualTo(usual.fault());
            }
            return;
        }
        assertThat(next + brackets(bytes, at, next)).isEqualTo(expected);
        assertThat(levels.count()).isEqualTo(usual.count());
        for (int i = 0; i < levels.count(); i++) {
            assertThat(levels.price(i)).isEqualTo(usual.price(i));
            assertThat(levels.priceScale(i)).isEqualTo(usual.priceScale(i));
            assertThat(levels.size(i)).isEqualTo(usual.size(i));
            assertThat(levels.sizeScale(i)).isEqualTo(usual.sizeScale(i));
        }
        for (int scale = 0; scale < 12; scale++) {
            assertThat(levels.haveScalesFrom(scale, 0)).isEqualTo(usual.haveScalesFrom(scale, 0));
            assertThat(levels.haveScalesFrom(0, scale)).isEqualTo(usual.haveScalesFrom(0, scale));
            assertThat(levels.haveScalesUpTo(scale, 12)).isEqualTo(usual.haveScalesUpTo(scale, 12));
            assertThat(levels.haveScalesUpTo(12, scale)).isEqualTo(usual.haveScalesUpTo(12, scale));
        }
    }

    private static String number(final SplittableRandom random, final int whole, final int scale) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole + scale; i++) {
            text.append(i == whole ? "." : "").append(random.nextInt(10));
        }
        return text.toString();
    }

    /** Prices of mostly one length, which mostly begin alike; sizes of any length, mostly of one scale. */
    private static String list(final SplittableRandom random, final int scales) {
        final StringBuilder text = new StringBuilder(BEFORE).append('[');
        final int priceWhole = 1 + scales % 7;
        final int priceScale = scales / 7 % 9;
        final int sizeScale = scales / 63 % 9;
        final String head = number(random, priceWhole, 0);
        final int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            final boolean other = random.nextInt(12) == 0;
            final String fraction = "." + number(random, Math.max(1, priceScale), 0);
            final String price = other
                    ? number(random, 1 + random.nextInt(9), random.nextInt(9))
                    : head.substring(0, priceWhole - 1) + random.nextInt(10) + (priceScale == 0 ? "" : fraction);
            final int scale = random.nextInt(15) == 0 ? random.nextInt(9) : sizeScale;
            text.append(i == 0 ? "" : ",")
                    .append("[\"" + price + "\",\"")
                    .append(number(random, 1 + random.nextInt(random.nextInt(5) == 0 ? 9 : 3), scale))
                    .append(random.nextInt(60) == 0 ? "\",\"0\"]" : "\"]");
        }
        return text.append("],\"a\":[[\"1.5\",\"2.5\"],[\"1.5\",\"2.5\"]]}").toString();
    }

    @Property
    void readsWhatTheUsualWayReads(@ForAll final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int scales = random.nextInt(567);
        for (int i = 0; i < LISTS; i++) {
            final byte[] bytes = Frames.padded(list(random, scales));
            checkAgainstUsualWay(bytes, bytes.length - FrameDecoder.SLACK);
        }
    }

    @Property
    void refusesWhatTheUsualWayRefuses(@ForAll final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int scales = random.nextInt(567);
        for (int i = 0; i < LISTS; i++) {
            final byte[] bytes = Frames.padded(list(random, scales));
            checkAgainstUsualWay(bytes, bytes.length - FrameDecoder.SLACK);
            final int length = bytes.length - FrameDecoder.SLACK - BEFORE.length();
            for (int change = random.nextInt(3); change >= 0; change--) {
                final int place = BEFORE.length() + 1 + random.nextInt(length - 1);
                bytes[place] = (byte)
                        (random.nextInt(3) == 0 ? random.nextInt(256) : SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            final int cut = random.nextInt(3) == 0 ? random.nextInt(length) : 0;
            checkAgainstUsualWay(bytes, bytes.length - FrameDecoder.SLACK - cut);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".5",
                ".25",
                "",
                "5.",
                "1234567.5",
                "123456.5",
                "12345678.5",
                "123456.75",
                "p0000000",
                "12345678",
                "123456789",
                "1234567",
                "0",
                "-1.5",
                "1.5e1",
                "\u0014",
                "1\u0014"
            })
    void readsOddSizesInTheUsualWay(final String size) {
        for (final String usual : List.of("2.5", "2.75", "2")) {
            final String level = "[\"61800.20\",\"" + usual + "\"],";
            final byte[] bytes =
                    Frames.padded(BEFORE + "[" + level.repeat(3) + level.replace(usual, size) + "[\"1\",\"2\"]]");
            checkAgainstUsualWay(bytes, bytes.length - FrameDecoder.SLACK);
        }
    }

    @Test
    void readsNoFartherThanTheFrame() {
        final String level = "[\"61800.20\",\"2.909\"],";
        final byte[] bytes = (BEFORE + "[" + level.repeat(200)).getBytes(StandardCharsets.US_ASCII);
        checkAgainstUsualWay(Arrays.copyOf(bytes, bytes.length + FrameDecoder.SLACK), bytes.length);
        checkAgainstUsualWay(bytes, bytes.length - FrameDecoder.SLACK);
    }
}
