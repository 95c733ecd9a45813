package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.connectors.text.JsonRow;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.operators.market.Sum128;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBufferTest {
    private final TextBuffer buffer = new TextBuffer(8);

    private String text() {
        final byte[] bytes = new byte[buffer.length()];
        buffer.bytes().duplicate().flip().get(bytes);
        buffer.clear();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void writesDecimalsAtTheirScale() {
        buffer.appendDecimal(6_168_640, 2)
                .append(',')
                .appendDecimal(5, 3)
                .append(',')
                .appendDecimal(-5, 0);
        assertThat(text()).isEqualTo("61686.40,0.005,-5");
        assertThat(buffer.appendDecimal(0, 0).length()).isEqualTo(1);
        assertThat(text()).isEqualTo("0");
        buffer.appendDecimal(0, 2).append(' ').appendDecimal(Long.MIN_VALUE, 8);
        assertThat(text()).isEqualTo("0.00 -92233720368.54775808");
    }

    @Test
    void writesLongsAndSumsLikeBigDecimal() {
        final Random random = new Random(1);
        final Sum128 sum = new Sum128();
        for (int i = 0; i < 20_000; i++) {
            final int scale = random.nextInt(20);
            final long value = random.nextLong() >> random.nextInt(64);
            buffer.appendDecimal(value, scale);
            assertThat(text()).isEqualTo(BigDecimal.valueOf(value, scale).toPlainString());

            sum.set(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64));
            buffer.appendDecimal(sum, scale);
            assertThat(text()).isEqualTo(new BigDecimal(sum.toBigInteger(), scale).toPlainString());
        }
    }

    @Test
    void writesTheLargestSums() {
        final Sum128 sum = new Sum128();
        sum.set(Long.MIN_VALUE, 0);
        buffer.appendDecimal(sum, 5);
        assertThat(text())
                .isEqualTo(new BigDecimal(BigInteger.ONE.shiftLeft(127).negate(), 5).toPlainString());
        sum.set(Long.MAX_VALUE, -1);
        buffer.appendDecimal(sum, 0);
        assertThat(text())
                .isEqualTo(
                        BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE).toString());
    }

    @Test
    void growsAndKeepsWhatItHas() {
        for (int i = 0; i < 1_000; i++) {
            buffer.append(i).append(';');
        }
        assertThat(text()).startsWith("0;1;2;").endsWith("998;999;").hasSize(3_890);
    }

    @Test
    void writesTextInUtf8() {
        buffer.append("a\u00e9\u20ac\ud83d\ude00\ud83d").append('\u20ac');
        assertThat(text()).isEqualTo("a\u00e9\u20ac\ud83d\ude00?\u20ac");
    }

    @Test
    void quotesText() {
        buffer.appendQuoted("a \"b\",\n\0\u20ac");
        assertThat(text()).isEqualTo("\"a \"\"b\"\",\n\uFFFD\u20ac\"");
    }

    @Test
    void writesObjectsOfJson() {
        new JsonRow()
                .begin(buffer)
                .text("text", "a\"\\\n\r\t\u0001\u20ac")
                .text("none", null)
                .whole("whole", -5)
                .decimal("decimal", 1250, 3)
                .truth("truth", true)
                .end();
        assertThat(text())
                .isEqualTo("{\"text\":\"a\\\"\\\\\\n\\r\\t\\u0001\u20ac\",\"none\":null,\"whole\":-5,\"decimal\":1.250,"
                        + "\"truth\":true}");
    }
}
