package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTimeTest {
    private static long seconds(final String text) {
        final Decimal decimal = new Decimal();
        final byte[] bytes = Frames.padded(text + ",");
        assertThat(decimal.read(bytes, 0, text.length())).isPositive();
        return EpochTime.ofSeconds(decimal);
    }

    private static long rfc3339(final String text) {
        return EpochTime.ofRfc3339(Frames.padded(text), 0, text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource({
        "1618678123.481570, 1618678123481570000",
        "1762795433.9717445, 1762795433971744500",
        "1618678123, 1618678123000000000",
        "0.000000001, 1",
        "0.0000000019, 1",
        "1e3, 1000000000000",
        "99999999999, -1",
        "-1.5, -1"
    })
    void readsSeconds(final String text, final long nanos) {
        assertThat(seconds(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-16T23:37:04.190019Z",
                "2026-04-07T14:30:00.123456789Z",
                "2024-02-29T00:00:00Z",
                "1970-01-01T00:00:00.000000Z"
            })
    void readsTexts(final String text) {
        assertThat(rfc3339(text)).isEqualTo(ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00.000000Z",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2100-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00+01:00",
                "2026-01-01T00:00:00.Z",
                "2026-01-01",
                ""
            })
    void knowsWhatIsNoTime(final String text) {
        assertThat(rfc3339(text)).isEqualTo(EpochTime.NONE);
    }
}
