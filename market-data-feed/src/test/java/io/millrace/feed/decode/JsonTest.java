package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static int value(final String text) {
        return Json.value(Frames.padded(text), 0, text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1.5e10",
                "123456789012345678901234567890",
                "true",
                "null",
                "\"\"",
                "\"text\"",
                "\"a \\\"quoted\\\" text \\\\\"",
                "\"\\u0041 and a longer tail behind it\"",
                "\"exactly8\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":[\"]\",\"}\"]}],\"\\\"]\"]",
                "{\"a\":{\"b\":[{},{}]},\"c\":\"}\"}"
            })
    void stepsOverAValue(final String text) {
        assertThat(value(text)).isEqualTo(text.length());
        assertThat(Json.value(Frames.padded(text + ",\"x\":1}"), 0, text.length() + 7))
                .isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"open", "\"open\\\"", "[1,2", "{\"a\":[}", "[}", "{]", "]", "}", ",", "\"\\"})
    void findsWhatDoesNotClose(final String text) {
        assertThat(value(text)).isEqualTo(Json.BROKEN);
    }

    @Test
    void allowsNestingUpToSixtyTwoBrackets() {
        assertThat(value("[".repeat(62) + "]".repeat(62))).isEqualTo(124);
        assertThat(value("[".repeat(64) + "]".repeat(64))).isEqualTo(Json.BROKEN);
        assertThat(value("[".repeat(5_000))).isEqualTo(Json.BROKEN);
    }

    @Test
    void plainTextHasNoEscape() {
        assertThat(Json.plainText(Frames.padded("BTCUSDT\""), 0, 8)).isEqualTo(7);
        assertThat(Json.plainText(Frames.padded("1000SATSUSDT_240927\""), 0, 20))
                .isEqualTo(19);
        assertThat(Json.plainText(Frames.padded("BTC\\u0055\""), 0, 10)).isEqualTo(Json.BROKEN);
        assertThat(Json.plainText(Frames.padded("BTCUSDT"), 0, 7)).isEqualTo(Json.BROKEN);
    }
}
